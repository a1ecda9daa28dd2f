#!/usr/bin/perl
# core has no Qt, and its macro FAIRLOOM_TEXT("...") has one argument where lupdate's aliases want a context as well. This
# reads C++ sources and writes one that lupdate understands, with every text in the context "core".
#   extract_core_texts.pl FILE... > texts.cpp
use strict;
use warnings;

my $string = qr/"(?:[^"\\\n]|\\.)*"/;
my %seen;
my $failed = 0;

for my $file (@ARGV) {
    open my $in, '<', $file or die "$file: $!\n";
    my $source = do { local $/; <$in> };

    # Comments become blanks, line breaks stay; strings and characters are passed over, for they may hold "//".
    $source =~ s{($string|'(?:[^'\\\n]|\\.)+')|//[^\n]*|/\*.*?\*/}{
        my ($kept, $all) = ($1, $&);
        defined $kept ? $kept : ' ' . ($all =~ tr/\n//cdr);
    }gsex;

    while ($source =~ /\bFAIRLOOM_TEXT\s*\(/g) {
        my $start = pos $source;
        my $before = substr $source, 0, $start;
        next if $before =~ /#\s*define\s+FAIRLOOM_TEXT\s*\($/;
        if (substr($source, $start) =~ /^\s*((?:$string\s*)+)\)/) {
            my $text = $1 =~ s/\s+$//r;
            $text =~ s/"\s+"/" "/g;
            print "QT_TRANSLATE_NOOP(\"core\", $text);\n" unless $seen{$text}++;
        } else {
            my $line = ($before =~ tr/\n//) + 1;
            print STDERR "$file:$line: FAIRLOOM_TEXT needs plain string literals right in its parentheses\n";
            $failed = 1;
        }
    }
}
exit $failed;
