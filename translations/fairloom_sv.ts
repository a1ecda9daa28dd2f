<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>AuditFigures</name>
    <message>
        <source>real</source>
        <translation>verkliga</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>lärare</translation>
    </message>
    <message>
        <source>student</source>
        <translation>elev</translation>
    </message>
    <message>
        <source>control</source>
        <translation>kontroll</translation>
    </message>
    <message>
        <source>control, own group</source>
        <translation>kontroll, egen grupp</translation>
    </message>
    <message>
        <source>the real training rows</source>
        <translation>de verkliga träningsraderna</translation>
    </message>
    <message>
        <source>the teacher&apos;s rows</source>
        <translation>lärarens rader</translation>
    </message>
    <message>
        <source>the student&apos;s rows</source>
        <translation>elevens rader</translation>
    </message>
    <message>
        <source>the rows of the control without fairness term</source>
        <translation>raderna från kontrollen utan rättviseterm</translation>
    </message>
    <message>
        <source>the rows of the control that keeps each source row&apos;s own group</source>
        <translation>raderna från kontrollen som behåller varje källrads egen grupp</translation>
    </message>
    <message>
        <source>the rows of %1</source>
        <translation>raderna från %1</translation>
    </message>
    <message>
        <source>XGBoost</source>
        <translation>XGBoost</translation>
    </message>
    <message>
        <source>logistic regression</source>
        <translation>logistisk regression</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>odefinierat</translation>
    </message>
    <message>
        <source>%1 % interval %2 to %3</source>
        <translation>%1 % intervall %2 till %3</translation>
    </message>
    <message>
        <source>%1 (%2, drawn %3 times)</source>
        <translation>%1 (%2, dragna %3 gånger)</translation>
    </message>
    <message>
        <source>Undefined.</source>
        <translation>Odefinierat.</translation>
    </message>
    <message>
        <source>Undefined: %1.</source>
        <translation>Odefinierat: %1.</translation>
    </message>
    <message>
        <source>No interval was computed.</source>
        <translation>Inget intervall har beräknats.</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importerade</translation>
    </message>
    <message>
        <source>the imported rows</source>
        <translation>de importerade raderna</translation>
    </message>
    <message>
        <source>convolutional network</source>
        <translation>faltningsnät</translation>
    </message>
    <message>
        <source>Logistic</source>
        <translation>Logistisk</translation>
    </message>
    <message>
        <source>CNN</source>
        <translation>CNN</translation>
    </message>
    <message>
        <source>Train synthetic, test real</source>
        <translation>Träna syntetiskt, testa verkligt</translation>
    </message>
    <message>
        <source>Paper protocol (TSTS)</source>
        <translation>Artikelns protokoll (TSTS)</translation>
    </message>
    <message>
        <source>Test without the bias</source>
        <translation>Test utan skevheten</translation>
    </message>
    <message>
        <source>real test rows in which the built-in bias is undone</source>
        <translation>verkliga testrader där den inbyggda skevheten är borttagen</translation>
    </message>
    <message>
        <source>real test rows</source>
        <translation>verkliga testrader</translation>
    </message>
    <message>
        <source>control, own</source>
        <translation>kontroll, egen</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>%1 (%2, drawn %3 times, %4)</source>
        <translation>%1 (%2, dragna %3 gånger, %4)</translation>
    </message>
    <message>
        <source>bootstrap</source>
        <translation>bootstrap</translation>
    </message>
    <message>
        <source>half samples</source>
        <translation>halva urval</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>enligt %1</translation>
    </message>
    <message>
        <source>other method</source>
        <translation>annan metod</translation>
    </message>
    <message>
        <source>the other method&apos;s rows</source>
        <translation>den andra metodens rader</translation>
    </message>
</context>
<context>
    <name>AuditGuide</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Formula: %1</source>
        <translation>Formel: %1</translation>
    </message>
    <message>
        <source>%1 trained on 70 % of %2 and scored on the other %3 rows</source>
        <translation>%1 tränad på 70 % av %2 och bedömd på de övriga %3 raderna</translation>
    </message>
    <message>
        <source>%1 trained on %2 and scored on %3 %4</source>
        <translation>%1 tränad på %2 och bedömd på %3 %4</translation>
    </message>
    <message>
        <source>%1, selected from a probability of %2.</source>
        <translation>%1, väljs från och med sannolikheten %2.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 till %2</translation>
    </message>
    <message>
        <source>p &lt; 0.001</source>
        <translation>p &lt; 0,001</translation>
    </message>
    <message>
        <source>p = %1</source>
        <translation>p = %1</translation>
    </message>
    <message>
        <source>Rows: how many test rows of the group were scored.</source>
        <translation>Rader: hur många testrader av gruppen som bedömdes.</translation>
    </message>
    <message>
        <source>Favourable: how many of the group&apos;s test rows have the favourable label.</source>
        <translation>Gynnsamma: hur många av gruppens testrader som har den gynnsamma etiketten.</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>This run stopped before its rows were judged with %1.</source>
        <translation>Körningen avbröts innan dess rader bedömdes med %1.</translation>
    </message>
    <message>
        <source>Trained and tested on %1 (paper protocol),</source>
        <translation>Tränad och testad på %1 (artikelns protokoll)</translation>
    </message>
    <message>
        <source>Trained on %1 and tested on real ones,</source>
        <translation>Tränad på %1 och testad på verkliga rader</translation>
    </message>
    <message>
        <source>%1 %2 selects %3 of “%4” for every 100 of “%5”, at equal numbers</source>
        <translation>%1 väljer %2 ut %3 av ”%4” på var 100:e av ”%5”, vid lika antal</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>%1 the demographic parity ratio is undefined: %2.</source>
        <translation>%1 är den demografiska paritetskvoten odefinierad: %2.</translation>
    </message>
    <message>
        <source>Accuracy is the same as with real data, %1.</source>
        <translation>Noggrannheten är densamma som med verkliga data, %1.</translation>
    </message>
    <message>
        <source>That is no better than always saying the more frequent label (%1).</source>
        <translation>Det är inte bättre än att alltid svara med den vanligaste etiketten (%1).</translation>
    </message>
    <message>
        <source>How sure: demographic parity ratio %1, %2.</source>
        <translation>Hur säkert: demografisk paritetskvot %1, %2.</translation>
    </message>
    <message>
        <source>These figures come from one seed, without an interval.</source>
        <translation>Talen kommer från ett enda frö, utan intervall.</translation>
    </message>
    <message>
        <source>Without a control run, how much of this the fairness term did cannot be told.</source>
        <translation>Utan en kontrollkörning går det inte att säga hur mycket av detta som rättvisetermen står för.</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Elev</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lärare</translation>
    </message>
    <message>
        <source>%1: undefined. %2.</source>
        <translation>%1: odefinierat. %2.</translation>
    </message>
    <message>
        <source>above the 80 % line</source>
        <translation>över 80 %-linjen</translation>
    </message>
    <message>
        <source>below the 80 % line</source>
        <translation>under 80 %-linjen</translation>
    </message>
    <message>
        <source>%1 %2, %3; control without fairness term %4.</source>
        <translation>%1 %2, %3; kontroll utan rättviseterm %4.</translation>
    </message>
    <message>
        <source>%1 %2, %3; real data %4.</source>
        <translation>%1 %2, %3; verkliga data %4.</translation>
    </message>
    <message>
        <source>%1 %2, %3.</source>
        <translation>%1 %2, %3.</translation>
    </message>
    <message>
        <source>%1 % interval · %2</source>
        <translation>%1 % intervall · %2</translation>
    </message>
    <message>
        <source>one seed, no interval</source>
        <translation>ett frö, inget intervall</translation>
    </message>
    <message>
        <source>Accuracy is lower than with real data, %1 against %2.</source>
        <translation>Noggrannheten är lägre än med verkliga data, %1 mot %2.</translation>
    </message>
    <message>
        <source>Accuracy is higher than with real data, %1 against %2.</source>
        <translation>Noggrannheten är högre än med verkliga data, %1 mot %2.</translation>
    </message>
    <message>
        <source>True-positive rates range from %1 (%2) to %3 (%4)</source>
        <translation>Andelen sanna positiva går från %1 (%2) till %3 (%4)</translation>
    </message>
    <message>
        <source>; base rates from %1 (%2) to %3 (%4)</source>
        <translation>; basandelarna från %1 (%2) till %3 (%4)</translation>
    </message>
    <message>
        <source>%1 %2 selects all groups equally often</source>
        <translation>%1 väljer %2 ut alla grupper lika ofta</translation>
    </message>
    <message>
        <source>real data</source>
        <translation>verkliga data</translation>
    </message>
    <message>
        <source>control without fairness term</source>
        <translation>kontroll utan rättviseterm</translation>
    </message>
    <message>
        <source>%1: all groups equally often</source>
        <translation>%1: alla grupper lika ofta</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 of “%3” for every 100 of “%4”</source>
        <translation>%1: %2 av ”%3” på var 100:e av ”%4”</translation>
    </message>
    <message>
        <source>Imported rows</source>
        <translation>Importerade rader</translation>
    </message>
    <message>
        <source>Trained on %1 and tested on real ones in which the built-in bias is undone,</source>
        <translation>Tränad på %1 och testad på verkliga där den inbyggda skevheten är borttagen,</translation>
    </message>
    <message>
        <source>not settled: its interval, %1 to %2, includes the 80 % line</source>
        <translation>inte avgjort: dess intervall, %1 till %2, innefattar 80 %-linjen</translation>
    </message>
    <message>
        <source>above the 80 % line with its whole interval, from %1 up</source>
        <translation>över 80 %-linjen med hela sitt intervall, från %1 och uppåt</translation>
    </message>
    <message>
        <source>below the 80 % line with its whole interval, up to %1</source>
        <translation>under 80 %-linjen med hela sitt intervall, upp till %1</translation>
    </message>
    <message>
        <source>How sure: demographic parity ratio %1 as the mean of %2 seeds, %3.</source>
        <translation>Hur säkert: demografisk paritetskvot %1 som medel av %2 frön, %3.</translation>
    </message>
    <message>
        <source>One seed: how much training varies is not in the interval.</source>
        <translation>Ett frö: hur mycket träningen varierar ingår inte i intervallet.</translation>
    </message>
    <message>
        <source>%1, mean of %2 seeds:</source>
        <translation>%1, medel av %2 frön:</translation>
    </message>
    <message>
        <source>%1 % · test rows and %2 seeds</source>
        <translation>%1 % · testrader och %2 frön</translation>
    </message>
    <message>
        <source>The other method</source>
        <translation>Den andra metoden</translation>
    </message>
</context>
<context>
    <name>ChartMenu</name>
    <message>
        <source>chart</source>
        <translation>diagram</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Inte sparat</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose a folder in which you may write.</source>
        <translation>%1 kunde inte skrivas. Välj en mapp som du får skriva i.</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Spara bild</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation>PNG-bild (*.png);;SVG-teckning (*.svg);;PDF-dokument (*.pdf)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-tabell (*.csv)</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Kopiera bild</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Spara bild…</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>Kopiera tal</translation>
    </message>
    <message>
        <source>Save numbers as CSV…</source>
        <translation>Spara tal som CSV…</translation>
    </message>
    <message>
        <source>Save numbers</source>
        <translation>Spara tal</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Visa allt</translation>
    </message>
</context>
<context>
    <name>CompareFigures</name>
    <message>
        <source>undefined</source>
        <translation>odefinierat</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 av %3)</translation>
    </message>
    <message>
        <source>%1 (train synthetic, test real)</source>
        <translation>%1 (träna syntetiskt, testa verkligt)</translation>
    </message>
    <message>
        <source>%1 training rows</source>
        <translation>%1 träningsrader</translation>
    </message>
    <message>
        <source>%1 favourable</source>
        <translation>%1 gynnsamma</translation>
    </message>
    <message>
        <source>smallest group %1</source>
        <translation>minsta gruppen %1</translation>
    </message>
    <message>
        <source>%1 noise columns</source>
        <translation>%1 bruskolumner</translation>
    </message>
    <message>
        <source>imported rows</source>
        <translation>importerade rader</translation>
    </message>
</context>
<context>
    <name>CompareWords</name>
    <message>
        <source>reference</source>
        <translation>referens</translation>
    </message>
    <message>
        <source>no reference on these data</source>
        <translation>ingen referens på dessa data</translation>
    </message>
    <message>
        <source>no difference shown in %1 (%2)</source>
        <translation>ingen skillnad påvisad i %1 (%2)</translation>
    </message>
    <message>
        <source>needs two common seeds; there are %1</source>
        <translation>kräver två gemensamma frön; det finns %1</translation>
    </message>
    <message>
        <source>%1 less %2, over %3 common seeds, with the %4 interval of the paired difference:</source>
        <translation>%1 minus %2, över %3 gemensamma frön, med %4 intervall för den parvisa skillnaden:</translation>
    </message>
    <message>
        <source>%1; p %2, %3 after Holm&apos;s adjustment for the whole table</source>
        <translation>%1; p %2, %3 efter Holms justering för hela tabellen</translation>
    </message>
    <message>
        <source>Which method?</source>
        <translation>Vilken metod?</translation>
    </message>
    <message>
        <source>Which loss?</source>
        <translation>Vilken förlust?</translation>
    </message>
    <message>
        <source>Which settings?</source>
        <translation>Vilka inställningar?</translation>
    </message>
    <message>
        <source>Means over seeds</source>
        <translation>Medelvärden över frön</translation>
    </message>
    <message>
        <source>%1 interval %2, %3 seeds</source>
        <translation>%1 intervall %2, %3 frön</translation>
    </message>
    <message>
        <source>%1 is higher than %2 in %3 by %4 (%5)</source>
        <translation>%1 ligger högre än %2 i %3, med %4 (%5)</translation>
    </message>
    <message>
        <source>%1 is lower than %2 in %3 by %4 (%5)</source>
        <translation>%1 ligger lägre än %2 i %3, med %4 (%5)</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 eller %2</translation>
    </message>
    <message>
        <source>No difference from %1 in %2 is shown beyond what seeds do; the surest is %3 of %4, %5 interval, %6 seeds.</source>
        <translation>Ingen skillnad från %1 i %2 är påvisad utöver vad frön åstadkommer; den säkraste är %3 för %4, %5 intervall, %6 frön.</translation>
    </message>
    <message>
        <source>%1 more differences</source>
        <translation>%1 skillnader till</translation>
    </message>
    <message>
        <source>none of this stands after Holm&apos;s adjustment for %1 comparisons</source>
        <translation>inget av detta består efter Holms justering för %1 jämförelser</translation>
    </message>
    <message>
        <source>No finished run on the chosen data and task has these figures yet.</source>
        <translation>Ingen avslutad körning på valda data och vald uppgift har dessa tal än.</translation>
    </message>
    <message>
        <source>One run on this data and task so far; train others to see what fairness costs.</source>
        <translation>Hittills finns en körning på dessa data och denna uppgift; träna fler för att se vad rättvisa kostar.</translation>
    </message>
    <message>
        <source>Differences between single runs may be chance: repeat with other seeds.</source>
        <translation>Skillnader mellan enstaka körningar kan bero på slump: upprepa med andra frön.</translation>
    </message>
    <message>
        <source>%1 is best in both %2 and %3 among the %4 runs on this data and task.</source>
        <translation>%1 är bäst i både %2 och %3 bland de %4 körningarna på dessa data och denna uppgift.</translation>
    </message>
    <message>
        <source>%1 of the %2 runs on this data and task are on the best front: none is better in both %3 and %4.</source>
        <translation>%1 av de %2 körningarna på dessa data och denna uppgift ligger på bästa fronten: ingen är bättre i både %3 och %4.</translation>
    </message>
    <message>
        <source>%1, %2, seed %3</source>
        <translation>%1, %2, frö %3</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>Not comparable with the chosen run: %1.</source>
        <translation>Inte jämförbar med den valda körningen: %1.</translation>
    </message>
    <message>
        <source>The run was stopped before its end.</source>
        <translation>Körningen stoppades före slutet.</translation>
    </message>
    <message>
        <source>%1, %2 seeds (mean ± standard deviation)</source>
        <translation>%1, %2 frön (medelvärde ± standardavvikelse)</translation>
    </message>
</context>
<context>
    <name>CurveScene</name>
    <message>
        <source>%1, mean of %2 runs: %3</source>
        <translation>%1, medel av %2 körningar: %3</translation>
    </message>
    <message>
        <source>%1 curves</source>
        <translation>%1 kurvor</translation>
    </message>
</context>
<context>
    <name>DataView</name>
    <message>
        <source>hardly related</source>
        <translation>knappt något samband</translation>
    </message>
    <message>
        <source>a weak proxy</source>
        <translation>en svag ställföreträdare</translation>
    </message>
    <message>
        <source>a proxy</source>
        <translation>en ställföreträdare</translation>
    </message>
    <message>
        <source>a strong proxy</source>
        <translation>en stark ställföreträdare</translation>
    </message>
</context>
<context>
    <name>Dialect</name>
    <message>
        <source>comma</source>
        <translation>kommatecken</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>semikolon</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabb</translation>
    </message>
    <message>
        <source>blanks</source>
        <translation>blanksteg</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>lodstreck |</translation>
    </message>
    <message>
        <source>colon</source>
        <translation>kolon</translation>
    </message>
    <message>
        <source>no quotes</source>
        <translation>inga citattecken</translation>
    </message>
    <message>
        <source>quotes %1</source>
        <translation>citattecken %1</translation>
    </message>
    <message>
        <source>decimal comma</source>
        <translation>decimalkomma</translation>
    </message>
    <message>
        <source>decimal point</source>
        <translation>decimalpunkt</translation>
    </message>
    <message>
        <source>header</source>
        <translation>rubrikrad</translation>
    </message>
    <message>
        <source>no header</source>
        <translation>ingen rubrikrad</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) above the table</source>
        <translation>
            <numerusform>%n rad över tabellen</numerusform>
            <numerusform>%n rader över tabellen</numerusform>
        </translation>
    </message>
    <message>
        <source>comments after %1</source>
        <translation>kommentarer efter %1</translation>
    </message>
</context>
<context>
    <name>MethodWords</name>
    <message>
        <source>Plain VAE</source>
        <translation>Vanlig VAE</translation>
    </message>
    <message>
        <source>Teacher alone (FairDisCo)</source>
        <translation>Enbart lärare (FairDisCo)</translation>
    </message>
    <message>
        <source>Correlation remover</source>
        <translation>Korrelationsborttagare</translation>
    </message>
    <message>
        <source>Reweighing</source>
        <translation>Omviktning</translation>
    </message>
</context>
<context>
    <name>NumberList</name>
    <message>
        <source>“%1” is not a number.</source>
        <translation>”%1” är inte ett tal.</translation>
    </message>
    <message>
        <source>%1 is not a whole number.</source>
        <translation>%1 är inte ett heltal.</translation>
    </message>
    <message>
        <source>%1 goes down: write the smaller number first.</source>
        <translation>%1 går nedåt: skriv det mindre talet först.</translation>
    </message>
    <message>
        <source>%1 is outside of the range from %2 to %3.</source>
        <translation>%1 ligger utanför området från %2 till %3.</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 förekommer två gånger.</translation>
    </message>
    <message>
        <source>These are more than %1 numbers.</source>
        <translation>Detta är fler än %1 tal.</translation>
    </message>
</context>
<context>
    <name>PicturePresentation</name>
    <message>
        <source>%1 pictures saved to %2, and the first of them on one sheet beside it.</source>
        <translation>%1 bilder sparade i %2, och de första av dem på ett ark bredvid.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>%1 pictures %2 × %3</source>
        <comment>how many, width and height</comment>
        <translation>%1 bilder %2 × %3</translation>
    </message>
    <message>
        <source>Export generated pictures into a folder</source>
        <translation>Exportera skapade bilder till en mapp</translation>
    </message>
    <message>
        <source>A folder of pictures that any tool generated from the open data, with their labels</source>
        <translation>En mapp med bilder som något verktyg har genererat ur öppna data, med deras etiketter</translation>
    </message>
    <message>
        <source>Generated pictures</source>
        <translation>Genererade bilder</translation>
    </message>
</context>
<context>
    <name>ProjectPlaces</name>
    <message>
        <source>Untitled %1</source>
        <translation>Namnlöst %1</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nej</translation>
    </message>
</context>
<context>
    <name>ReportFile</name>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webbsidor (*.html)</translation>
    </message>
    <message>
        <source>For paper (*.pdf)</source>
        <translation>För papper (*.pdf)</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Exportera rapport</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 finns redan. Ska den ersättas?</translation>
    </message>
</context>
<context>
    <name>RowsExport</name>
    <message>
        <source>Export generated rows</source>
        <translation>Exportera skapade rader</translation>
    </message>
    <message>
        <source>These rows derive one to one from real people and are not anonymous.</source>
        <translation>Dessa rader härleds en till en från verkliga personer och är inte anonyma.</translation>
    </message>
    <message>
        <source>Treat the file like the original data. Rows from the sampler “mixture” need no source rows.</source>
        <translation>Hantera filen som originaldata. Rader från samplaren ”mixture” behöver inga källrader.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportera</translation>
    </message>
    <message>
        <source>Export rows</source>
        <translation>Exportera rader</translation>
    </message>
    <message>
        <source>Some values begin as formulas of a spreadsheet do (=, +, - or @). A spreadsheet that opens the file would run them.</source>
        <translation>Några värden börjar som formler i ett kalkylark gör (=, +, - eller @). Ett kalkylark som öppnar filen skulle köra dem.</translation>
    </message>
    <message>
        <source>With an apostrophe before them they are texts for a spreadsheet, but other values than before for a program.</source>
        <translation>Med en apostrof före är de texter för ett kalkylark, men andra värden än förut för ett program.</translation>
    </message>
    <message>
        <source>Put an apostrophe before them</source>
        <translation>Sätt en apostrof före dem</translation>
    </message>
    <message>
        <source>Leave them as they are</source>
        <translation>Låt dem vara som de är</translation>
    </message>
</context>
<context>
    <name>RunCommands</name>
    <message>
        <source>Delete %1</source>
        <translation>Ta bort %1</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n run(s)</source>
        <translation>
            <numerusform>Ta bort %n körning</numerusform>
            <numerusform>Ta bort %n körningar</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>Byt namn på %1</translation>
    </message>
    <message>
        <source>Change tags and note</source>
        <translation>Ändra taggar och anteckning</translation>
    </message>
</context>
<context>
    <name>RunPrompt</name>
    <message>
        <source>%1 It comes when %2 has finished.</source>
        <translation>%1 Det kommer när %2 är klar.</translation>
    </message>
    <message>
        <source>%1 did not finish: %2</source>
        <translation>%1 blev inte klar: %2</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>Träna igen</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Träna</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Öppna %1</translation>
    </message>
    <message>
        <source>%1 is being read…</source>
        <translation>%1 läses…</translation>
    </message>
    <message>
        <source>The data are being opened.</source>
        <translation>Data håller på att öppnas.</translation>
    </message>
</context>
<context>
    <name>SetupCommands</name>
    <message>
        <source>Change “%1”</source>
        <translation>Ändra ”%1”</translation>
    </message>
    <message>
        <source>Change the task</source>
        <translation>Ändra uppgiften</translation>
    </message>
</context>
<context>
    <name>ShownRun</name>
    <message>
        <source>%1 (not open)</source>
        <comment>a run and its data set, which is not the open one</comment>
        <translation>%1 (inte öppnad)</translation>
    </message>
</context>
<context>
    <name>StoredRun</name>
    <message>
        <source>The data of this run are not open: open %1 to see its rows.</source>
        <translation>Körningens data är inte öppna: öppna %1 för att se dess rader.</translation>
    </message>
    <message>
        <source>%1 is open, but read differently than for this run: open it as then to see the run&apos;s rows.</source>
        <translation>%1 är öppen, men läst på annat sätt än för denna körning: öppna den som då för att se körningens rader.</translation>
    </message>
    <message>
        <source>Only the figures of this run were kept, not its rows.</source>
        <translation>Bara körningens tal behölls, inte dess rader.</translation>
    </message>
    <message>
        <source>This run was stopped before it generated rows.</source>
        <translation>Körningen stoppades innan den skapade rader.</translation>
    </message>
    <message>
        <source>This run ended before anything was judged.</source>
        <translation>Körningen slutade innan något bedömdes.</translation>
    </message>
    <message>
        <source>The files of this run are not there any more: its figures are left in the tables alone.</source>
        <translation>Den här körningens filer finns inte längre: dess siffror finns bara kvar i tabellerna.</translation>
    </message>
</context>
<context>
    <name>StudyWords</name>
    <message>
        <source>about %1 s</source>
        <translation>ungefär %1 s</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>ungefär %1 min</translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation>ungefär %1 h</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 kvar</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n körning</numerusform>
            <numerusform>%n körningar</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: drawn %2 times from %3</source>
        <translation>%1: dras %2 gånger från %3</translation>
    </message>
</context>
<context>
    <name>SubgroupsModel</name>
    <message>
        <source> and </source>
        <translation> och </translation>
    </message>
</context>
<context>
    <name>TextPresentation</name>
    <message>
        <source>%1 rows saved to %2.</source>
        <translation>%1 rader sparade i %2.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 rader</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n kolumn</numerusform>
            <numerusform>%n kolumner</numerusform>
        </translation>
    </message>
    <message>
        <source>Export generated rows</source>
        <translation>Exportera skapade rader</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabeller (*.csv)</translation>
    </message>
    <message>
        <source>Rows that any tool generated from the open data, with a header line</source>
        <translation>Rader som något verktyg har genererat ur öppna data, med en rubrikrad</translation>
    </message>
    <message>
        <source>Generated rows</source>
        <translation>Genererade rader</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>The file cannot be written</source>
        <translation>Filen kan inte skrivas</translation>
    </message>
    <message>
        <source>Choose another place, or make room and check the permissions</source>
        <translation>Välj en annan plats, eller frigör utrymme och kontrollera behörigheterna</translation>
    </message>
    <message>
        <source>The file cannot be written (%1)</source>
        <translation>Filen kan inte skrivas (%1)</translation>
    </message>
    <message>
        <source>Choose another place, or check the permissions</source>
        <translation>Välj en annan plats, eller kontrollera behörigheterna</translation>
    </message>
    <message>
        <source>The folder cannot be written</source>
        <translation>Det går inte att skriva i mappen</translation>
    </message>
    <message>
        <source>Choose another folder, or check the permissions</source>
        <translation>Välj en annan mapp, eller kontrollera behörigheterna</translation>
    </message>
    <message>
        <source>No folder is given for the run&apos;s files</source>
        <translation>Ingen mapp är angiven för körningens filer</translation>
    </message>
    <message>
        <source>Give one</source>
        <translation>Ange en</translation>
    </message>
    <message>
        <source>This is a file, not a folder</source>
        <translation>Detta är en fil, inte en mapp</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>Välj ett annat namn</translation>
    </message>
    <message>
        <source>The folder already holds a run</source>
        <translation>Mappen innehåller redan en körning</translation>
    </message>
    <message>
        <source>Choose another folder, continue the run with --resume or replace it with --force</source>
        <translation>Välj en annan mapp, fortsätt körningen med --resume eller ersätt den med --force</translation>
    </message>
    <message>
        <source>The value is not a text</source>
        <translation>Värdet är inte en text</translation>
    </message>
    <message>
        <source>Put it in quotes</source>
        <translation>Sätt det inom citattecken</translation>
    </message>
    <message>
        <source>The value is not a list of texts</source>
        <translation>Värdet är inte en lista av texter</translation>
    </message>
    <message>
        <source>Write it as [&quot;first&quot;, &quot;second&quot;]</source>
        <translation>Skriv det som [&quot;första&quot;, &quot;andra&quot;]</translation>
    </message>
    <message>
        <source>The value is neither true nor false</source>
        <translation>Värdet är varken true eller false</translation>
    </message>
    <message>
        <source>Write true or false, without quotes</source>
        <translation>Skriv true eller false, utan citattecken</translation>
    </message>
    <message>
        <source>The value is not a number</source>
        <translation>Värdet är inte ett tal</translation>
    </message>
    <message>
        <source>Write a number, without quotes</source>
        <translation>Skriv ett tal, utan citattecken</translation>
    </message>
    <message>
        <source>The value is not a whole number</source>
        <translation>Värdet är inte ett heltal</translation>
    </message>
    <message>
        <source>Write a whole number, without quotes</source>
        <translation>Skriv ett heltal, utan citattecken</translation>
    </message>
    <message>
        <source>Check the path and its permissions</source>
        <translation>Kontrollera sökvägen och dess behörigheter</translation>
    </message>
    <message>
        <source>The file is not valid JSON</source>
        <translation>Filen är inte giltig JSON</translation>
    </message>
    <message>
        <source>Correct the line, or write the file again from a run</source>
        <translation>Rätta raden, eller skriv filen på nytt från en körning</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>Filen finns inte</translation>
    </message>
    <message>
        <source>Check the path</source>
        <translation>Kontrollera sökvägen</translation>
    </message>
    <message>
        <source>The configuration is not a JSON object</source>
        <translation>Konfigurationen är inte ett JSON-objekt</translation>
    </message>
    <message>
        <source>Give a run.json, or an object of settings in braces</source>
        <translation>Ange en run.json, eller ett objekt med inställningar inom klamrar</translation>
    </message>
    <message>
        <source>There is no such setting</source>
        <translation>Det finns ingen sådan inställning</translation>
    </message>
    <message>
        <source>Remove it, or correct its name</source>
        <translation>Ta bort den, eller rätta namnet</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Förval</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Elev</translation>
    </message>
    <message>
        <source>Distillation loss</source>
        <translation>Destillationsförlust</translation>
    </message>
    <message>
        <source>How the student&apos;s latents are compared with the teacher&apos;s: absolute (l1), Huber, squared (mse) or maximum mean discrepancy (md).</source>
        <translation>Hur elevens latenta värden jämförs med lärarens: absolut (l1), Huber, kvadratiskt (mse) eller maximal medelvärdesskillnad (md).</translation>
    </message>
    <message>
        <source>Fairness, log10 beta</source>
        <translation>Rättvisa, log10 beta</translation>
    </message>
    <message>
        <source>Utility, lambda</source>
        <translation>Nytta, lambda</translation>
    </message>
    <message>
        <source>How much the student is held to keep the teacher&apos;s uncertainty, which carries the usefulness of the data.</source>
        <translation>Hur hårt eleven hålls till lärarens osäkerhet, som bär upp datas nytta.</translation>
    </message>
    <message>
        <source>KL weight</source>
        <translation>KL-vikt</translation>
    </message>
    <message>
        <source>How strongly the latent space is pulled towards a standard normal; smaller values keep more of the information in the rows.</source>
        <translation>Hur starkt det latenta rummet dras mot en standardnormalfördelning; mindre värden behåller mer av radernas information.</translation>
    </message>
    <message>
        <source>Teacher epochs</source>
        <translation>Lärarens epoker</translation>
    </message>
    <message>
        <source>How many times the teacher sees all training rows.</source>
        <translation>Hur många gånger läraren ser alla träningsrader.</translation>
    </message>
    <message>
        <source>Student epochs</source>
        <translation>Elevens epoker</translation>
    </message>
    <message>
        <source>How many times the student sees all training rows.</source>
        <translation>Hur många gånger eleven ser alla träningsrader.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Frö</translation>
    </message>
    <message>
        <source>Drives everything that is random: the same seed gives the same rows again.</source>
        <translation>Styr allt som är slumpmässigt: samma frö ger samma rader igen.</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Samplare</translation>
    </message>
    <message>
        <source>Generated rows</source>
        <translation>Skapade rader</translation>
    </message>
    <message>
        <source>How many rows are generated; 0 means as many as there are training rows.</source>
        <translation>Hur många rader som skapas; 0 betyder lika många som träningsraderna.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Satsstorlek</translation>
    </message>
    <message>
        <source>Latent dimensions</source>
        <translation>Latenta dimensioner</translation>
    </message>
    <message>
        <source>How many numbers a row is condensed to; beta&apos;s scale depends on it.</source>
        <translation>Hur många tal en rad förtätas till; betas skala beror på det.</translation>
    </message>
    <message>
        <source>Hidden width</source>
        <translation>Dold bredd</translation>
    </message>
    <message>
        <source>How wide the teacher&apos;s hidden layers are.</source>
        <translation>Hur breda lärarens dolda lager är.</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>Dolda lager</translation>
    </message>
    <message>
        <source>How many hidden layers the teacher&apos;s encoder and decoder have, and the student&apos;s encoder.</source>
        <translation>Hur många dolda lager lärarens kodare och avkodare har, och elevens kodare.</translation>
    </message>
    <message>
        <source>Student width</source>
        <translation>Elevens bredd</translation>
    </message>
    <message>
        <source>How wide the student&apos;s hidden layer is; 0 means the widest that keeps the student at a quarter of the teacher encoder&apos;s parameters.</source>
        <translation>Hur brett elevens dolda lager är; 0 betyder det bredaste som håller eleven vid en fjärdedel av parametrarna i lärarens kodare.</translation>
    </message>
    <message>
        <source>Label dropout</source>
        <translation>Etikettbortfall</translation>
    </message>
    <message>
        <source>For what share of the rows the encoder does not see the label, so that rows without one can be encoded.</source>
        <translation>För hur stor andel av raderna kodaren inte ser etiketten, så att rader utan etikett kan kodas.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Inlärningstakt</translation>
    </message>
    <message>
        <source>Beta ramp</source>
        <translation>Betaramp</translation>
    </message>
    <message>
        <source>Over what share of the teacher&apos;s epochs log10 beta rises to its value; a sudden start makes the latent space collapse.</source>
        <translation>Under hur stor andel av lärarens epoker log10 beta stiger till sitt värde; en plötslig start får det latenta rummet att kollapsa.</translation>
    </message>
    <message>
        <source>Train controls</source>
        <translation>Träna kontroller</translation>
    </message>
    <message>
        <source>Also train the same model without the fairness term, so that what the term buys can be seen; takes about twice as long.</source>
        <translation>Träna också samma modell utan rättvisetermen, så att det syns vad termen ger; tar ungefär dubbelt så lång tid.</translation>
    </message>
    <message>
        <source>Keep latents</source>
        <translation>Behåll latenta värden</translation>
    </message>
    <message>
        <source>Store the training rows&apos; latents with the model, so that it can generate without the data; they are personal data.</source>
        <translation>Spara träningsradernas latenta värden med modellen, så att den kan skapa rader utan data; de är personuppgifter.</translation>
    </message>
    <message>
        <source>Rows for quality</source>
        <translation>Rader för kvalitet</translation>
    </message>
    <message>
        <source>How many rows a side density and coverage are computed from at most.</source>
        <translation>Hur många rader per sida som täthet och täckning som mest beräknas från.</translation>
    </message>
    <message>
        <source>Smallest group</source>
        <translation>Minsta grupp</translation>
    </message>
    <message>
        <source>Groups with fewer rows than this are named in a warning.</source>
        <translation>Grupper med färre rader än så nämns i en varning.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Trådar</translation>
    </message>
    <message>
        <source>How many processor threads are used; 0 means all.</source>
        <translation>Hur många processortrådar som används; 0 betyder alla.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not available</source>
        <translation>”%1” är inte tillgängligt</translation>
    </message>
    <message>
        <source>The only choice is %1</source>
        <translation>Det enda valet är %1</translation>
    </message>
    <message>
        <source>Choose one of %1</source>
        <translation>Välj något av %1</translation>
    </message>
    <message>
        <source>%1 is outside the allowed range</source>
        <translation>%1 ligger utanför det tillåtna området</translation>
    </message>
    <message>
        <source>Choose a value from %1 to %2</source>
        <translation>Välj ett värde från %1 till %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read</source>
        <translation>”%1” kan inte läsas</translation>
    </message>
    <message>
        <source>Give a whole number</source>
        <translation>Ange ett heltal</translation>
    </message>
    <message>
        <source>Give a number</source>
        <translation>Ange ett tal</translation>
    </message>
    <message>
        <source>Give true or false</source>
        <translation>Ange true eller false</translation>
    </message>
    <message>
        <source>The settings are %1</source>
        <translation>Inställningarna är %1</translation>
    </message>
    <message>
        <source>There is no column named &quot;%1&quot;</source>
        <translation>Det finns ingen kolumn med namnet ”%1”</translation>
    </message>
    <message>
        <source>The columns are %1</source>
        <translation>Kolumnerna är %1</translation>
    </message>
    <message>
        <source>Did you mean %1? The columns are %2</source>
        <translation>Menade du %1? Kolumnerna är %2</translation>
    </message>
    <message>
        <source>Taken for identifiers and not generated: %1</source>
        <translation>Tolkas som identifierare och skapas inte: %1</translation>
    </message>
    <message>
        <source>Ignored, as every row has the same value: %1</source>
        <translation>Ignoreras, eftersom varje rad har samma värde: %1</translation>
    </message>
    <message>
        <source>The file has no rows</source>
        <translation>Filen har inga rader</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Välj en annan fil</translation>
    </message>
    <message>
        <source>%1 columns where %2 names are known</source>
        <translation>%1 kolumner där %2 namn är kända</translation>
    </message>
    <message>
        <source>Choose the recipe that belongs to the file, or none</source>
        <translation>Välj receptet som hör till filen, eller inget</translation>
    </message>
    <message>
        <source>%1 fields where the header has %2</source>
        <translation>%1 fält där rubrikraden har %2</translation>
    </message>
    <message>
        <source>%1 fields where the first line has %2</source>
        <translation>%1 fält där första raden har %2</translation>
    </message>
    <message>
        <source>Correct the line or remove it</source>
        <translation>Rätta raden eller ta bort den</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Läser %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in column %2 is not a number</source>
        <translation>”%1” i kolumn %2 är inte ett tal</translation>
    </message>
    <message>
        <source>Correct the value, or mark it as missing</source>
        <translation>Rätta värdet, eller markera det som saknat</translation>
    </message>
    <message>
        <source>%1 columns where the training rows have %2</source>
        <translation>%1 kolumner där träningsraderna har %2</translation>
    </message>
    <message>
        <source>Choose a file with the same columns</source>
        <translation>Välj en fil med samma kolumner</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; of the training rows is missing</source>
        <translation>Träningsradernas kolumn ”%1” saknas</translation>
    </message>
    <message>
        <source>The file&apos;s columns are %1</source>
        <translation>Filens kolumner är %1</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>Filen är tom</translation>
    </message>
    <message>
        <source>This is not a text file: it contains zero bytes</source>
        <translation>Detta är ingen textfil: den innehåller nollbyte</translation>
    </message>
    <message>
        <source>Save the table as CSV in UTF-8</source>
        <translation>Spara tabellen som CSV i UTF-8</translation>
    </message>
    <message>
        <source>The file has a header but no rows</source>
        <translation>Filen har en rubrikrad men inga rader</translation>
    </message>
    <message>
        <source>A quote is opened here and never closed</source>
        <translation>Ett citat öppnas här och stängs aldrig</translation>
    </message>
    <message>
        <source>Close the quote, or double it if it belongs to the text</source>
        <translation>Stäng citatet, eller dubblera citattecknet om det hör till texten</translation>
    </message>
    <message>
        <source>There is text behind the closing quote of a field</source>
        <translation>Det står text efter ett fälts avslutande citattecken</translation>
    </message>
    <message>
        <source>Double quotes that belong to the text</source>
        <translation>Dubblera citattecken som hör till texten</translation>
    </message>
    <message>
        <source>A field is longer than 8 million characters</source>
        <translation>Ett fält är längre än 8 miljoner tecken</translation>
    </message>
    <message>
        <source>Look for a quote that is not closed</source>
        <translation>Leta efter ett citattecken som inte stängs</translation>
    </message>
    <message>
        <source>Choose another place, or free some space there</source>
        <translation>Välj en annan plats, eller frigör utrymme där</translation>
    </message>
    <message>
        <source>The recipe %1 has no filter named &quot;%2&quot;</source>
        <translation>Receptet %1 har inget filter med namnet ”%2”</translation>
    </message>
    <message>
        <source>Leave the filter out</source>
        <translation>Utelämna filtret</translation>
    </message>
    <message>
        <source>Its filters are %1</source>
        <translation>Dess filter är %1</translation>
    </message>
    <message>
        <source>Filter %1 was not applied to %2, which has no column %3</source>
        <translation>Filtret %1 tillämpades inte på %2, som inte har någon kolumn %3</translation>
    </message>
    <message>
        <source>Filter %1 leaves no row</source>
        <translation>Filtret %1 lämnar ingen rad kvar</translation>
    </message>
    <message>
        <source>Filter %1 was applied to %2: %3 of %4 rows left out</source>
        <translation>Filtret %1 tillämpades på %2: %3 av %4 rader utelämnade</translation>
    </message>
    <message>
        <source>%1 values were read as missing, in %2</source>
        <translation>%1 värden lästes som saknade, i %2</translation>
    </message>
    <message>
        <source>No data were named</source>
        <translation>Inga data angavs</translation>
    </message>
    <message>
        <source>Name a CSV file or a built-in sample</source>
        <translation>Ange en CSV-fil eller ett inbyggt exempel</translation>
    </message>
    <message>
        <source>A built-in sample needs no recipe</source>
        <translation>Ett inbyggt exempel behöver inget recept</translation>
    </message>
    <message>
        <source>Leave the recipe out</source>
        <translation>Utelämna receptet</translation>
    </message>
    <message>
        <source>No filter was used: all rows are kept. Recipe %1 offers the filter %2</source>
        <translation>Inget filter användes: alla rader behålls. Receptet %1 erbjuder filtret %2</translation>
    </message>
    <message>
        <source>Check its name and folder</source>
        <translation>Kontrollera namnet och mappen</translation>
    </message>
    <message>
        <source>This is a folder, not a file</source>
        <translation>Detta är en mapp, inte en fil</translation>
    </message>
    <message>
        <source>Name a file inside it</source>
        <translation>Ange en fil i den</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Filen kan inte läsas</translation>
    </message>
    <message>
        <source>Check its permissions</source>
        <translation>Kontrollera behörigheterna</translation>
    </message>
    <message>
        <source>The value has to be an object</source>
        <translation>Värdet måste vara ett objekt</translation>
    </message>
    <message>
        <source>The value has to be a list</source>
        <translation>Värdet måste vara en lista</translation>
    </message>
    <message>
        <source>The value has to be a text</source>
        <translation>Värdet måste vara en text</translation>
    </message>
    <message>
        <source>The value has to be a list of texts</source>
        <translation>Värdet måste vara en lista av texter</translation>
    </message>
    <message>
        <source>The value has to be one character</source>
        <translation>Värdet måste vara ett tecken</translation>
    </message>
    <message>
        <source>The value has to be true or false</source>
        <translation>Värdet måste vara true eller false</translation>
    </message>
    <message>
        <source>The value has to be feature, sensitive, target, ignored or identifier</source>
        <translation>Värdet måste vara feature, sensitive, target, ignored eller identifier</translation>
    </message>
    <message>
        <source>The value has to be one of == != &lt;= &gt;= &lt; &gt;</source>
        <translation>Värdet måste vara något av == != &lt;= &gt;= &lt; &gt;</translation>
    </message>
    <message>
        <source>Correct the recipe</source>
        <translation>Rätta receptet</translation>
    </message>
    <message>
        <source>A recipe has no key &quot;%1&quot; here</source>
        <translation>Ett recept har ingen nyckel ”%1” här</translation>
    </message>
    <message>
        <source>The keys are %1</source>
        <translation>Nycklarna är %1</translation>
    </message>
    <message>
        <source>This is not valid JSON</source>
        <translation>Detta är inte giltig JSON</translation>
    </message>
    <message>
        <source>Correct the text there</source>
        <translation>Rätta texten där</translation>
    </message>
    <message>
        <source>There is no recipe named &quot;%1&quot;</source>
        <translation>Det finns inget recept med namnet ”%1”</translation>
    </message>
    <message>
        <source>The recipes are %1; or give the path of a JSON file</source>
        <translation>Recepten är %1; eller ange sökvägen till en JSON-fil</translation>
    </message>
    <message>
        <source>a classifier was given %1 rows and %2 labels</source>
        <translation>en klassificerare fick %1 rader och %2 etiketter</translation>
    </message>
    <message>
        <source>Pass at least one row and one label per row</source>
        <translation>Ge minst en rad, och en etikett per rad</translation>
    </message>
    <message>
        <source>there is no classifier “%1”</source>
        <translation>det finns ingen klassificerare ”%1”</translation>
    </message>
    <message>
        <source>label %1 is none of the %2 classes</source>
        <translation>etiketten %1 är ingen av de %2 klasserna</translation>
    </message>
    <message>
        <source>Number the classes from 0</source>
        <translation>Numrera klasserna från 0</translation>
    </message>
    <message>
        <source>the features of a logistic regression hold values that are not finite</source>
        <translation>särdragen i en logistisk regression innehåller värden som inte är ändliga</translation>
    </message>
    <message>
        <source>Fill missing values in first</source>
        <translation>Fyll först i saknade värden</translation>
    </message>
    <message>
        <source>a classifier fitted on %1 features was given %2</source>
        <translation>en klassificerare anpassad på %1 särdrag fick %2</translation>
    </message>
    <message>
        <source>Prepare both tables in the same way</source>
        <translation>Förbered båda tabellerna på samma sätt</translation>
    </message>
    <message>
        <source>%1 groups for %2 rows</source>
        <translation>%1 grupper för %2 rader</translation>
    </message>
    <message>
        <source>Pass one group per row</source>
        <translation>Ge en grupp per rad</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>saknas</translation>
    </message>
    <message>
        <source>other (%1)</source>
        <translation>övriga (%1)</translation>
    </message>
    <message>
        <source>there are no rows</source>
        <translation>det finns inga rader</translation>
    </message>
    <message>
        <source>group “%1” has no row</source>
        <translation>gruppen ”%1” har ingen rad</translation>
    </message>
    <message>
        <source>no row of group “%1” has the positive label, so its true-positive rate is undefined</source>
        <translation>ingen rad i gruppen ”%1” har den positiva etiketten, så dess andel sanna positiva är odefinierad</translation>
    </message>
    <message>
        <source>no row of group “%1” has the negative label, so its false-positive rate is undefined</source>
        <translation>ingen rad i gruppen ”%1” har den negativa etiketten, så dess andel falska positiva är odefinierad</translation>
    </message>
    <message>
        <source>no row of group “%1” was predicted positive, so its precision is undefined</source>
        <translation>ingen rad i gruppen ”%1” förutsades positiv, så dess precision är odefinierad</translation>
    </message>
    <message>
        <source>%1 labels, %2 decisions and %3 groups do not belong together</source>
        <translation>%1 etiketter, %2 beslut och %3 grupper hör inte ihop</translation>
    </message>
    <message>
        <source>Pass one of each per row</source>
        <translation>Ge en av varje per rad</translation>
    </message>
    <message>
        <source>row %1 belongs to none of the %2 groups</source>
        <translation>rad %1 hör inte till någon av de %2 grupperna</translation>
    </message>
    <message>
        <source>Leave rows without a group out</source>
        <translation>Utelämna rader utan grupp</translation>
    </message>
    <message>
        <source>no row of any group was predicted positive, so the ratio of selection rates is 0/0</source>
        <translation>ingen rad i någon grupp förutsades positiv, så kvoten mellan urvalsandelarna är 0/0</translation>
    </message>
    <message>
        <source>every group&apos;s true-positive rate is 0, so the ratio of true-positive rates is 0/0</source>
        <translation>varje grupps andel sanna positiva är 0, så kvoten mellan andelarna är 0/0</translation>
    </message>
    <message>
        <source>every group&apos;s false-positive rate is 0, so the ratio of false-positive rates is 0/0</source>
        <translation>varje grupps andel falska positiva är 0, så kvoten mellan andelarna är 0/0</translation>
    </message>
    <message>
        <source>%1 labels and %2 scores do not belong together</source>
        <translation>%1 etiketter och %2 poäng hör inte ihop</translation>
    </message>
    <message>
        <source>no row was predicted positive, so precision is undefined</source>
        <translation>ingen rad förutsades positiv, så precisionen är odefinierad</translation>
    </message>
    <message>
        <source>no row has the positive label, so recall is undefined</source>
        <translation>ingen rad har den positiva etiketten, så återkallningen är odefinierad</translation>
    </message>
    <message>
        <source>no row has the positive label or was predicted positive, so F1 is undefined</source>
        <translation>ingen rad har den positiva etiketten eller förutsades positiv, så F1 är odefinierat</translation>
    </message>
    <message>
        <source>no row has the positive label, so AUROC is undefined</source>
        <translation>ingen rad har den positiva etiketten, så AUROC är odefinierad</translation>
    </message>
    <message>
        <source>no row has the negative label, so AUROC is undefined</source>
        <translation>ingen rad har den negativa etiketten, så AUROC är odefinierad</translation>
    </message>
    <message>
        <source>There is no distillation loss “%1”</source>
        <translation>Det finns ingen destillationsförlust ”%1”</translation>
    </message>
    <message>
        <source>Choose l1, huber, mse or md</source>
        <translation>Välj l1, huber, mse eller md</translation>
    </message>
    <message>
        <source>Generating rows</source>
        <translation>Skapar rader</translation>
    </message>
    <message>
        <source>This is not an intact safetensors file</source>
        <translation>Detta är inte en hel safetensors-fil</translation>
    </message>
    <message>
        <source>Take the file that the run wrote, or train again</source>
        <translation>Ta filen som körningen skrev, eller träna igen</translation>
    </message>
    <message>
        <source>The tensor “%1” has another shape than model.json says</source>
        <translation>Tensorn ”%1” har en annan form än vad model.json anger</translation>
    </message>
    <message>
        <source>Take the files of one and the same run</source>
        <translation>Ta filerna från en och samma körning</translation>
    </message>
    <message>
        <source>There is no tensor “%1”</source>
        <translation>Det finns ingen tensor ”%1”</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk</source>
        <translation>Välj en annan mapp, eller frigör utrymme på disken</translation>
    </message>
    <message>
        <source>Name the folder that a finished run has written</source>
        <translation>Ange mappen som en avslutad körning har skrivit</translation>
    </message>
    <message>
        <source>The demographic parity ratio of the generated rows is undefined</source>
        <translation>De skapade radernas demografiska paritetskvot är odefinierad</translation>
    </message>
    <message>
        <source>A classifier trained on the student&apos;s rows selects the group &quot;%1&quot; at %2 of the rate of &quot;%3&quot;, measured on held-out real rows; trained on the real rows, the least selected group stands at %4</source>
        <translation>En klassificerare tränad på elevens rader väljer gruppen ”%1” med %2 av andelen för ”%3”, mätt på undanhållna verkliga rader; tränad på de verkliga raderna ligger den minst valda gruppen på %4</translation>
    </message>
    <message>
        <source>A classifier trained on the teacher&apos;s rows selects the group &quot;%1&quot; at %2 of the rate of &quot;%3&quot;, measured on held-out real rows; trained on the real rows, the least selected group stands at %4</source>
        <translation>En klassificerare tränad på lärarens rader väljer gruppen ”%1” med %2 av andelen för ”%3”, mätt på undanhållna verkliga rader; tränad på de verkliga raderna ligger den minst valda gruppen på %4</translation>
    </message>
    <message>
        <source>A classifier trained on the generated rows selects the group &quot;%1&quot; at %2 of the rate of &quot;%3&quot;, measured on held-out real rows</source>
        <translation>En klassificerare tränad på de skapade raderna väljer gruppen ”%1” med %2 av andelen för ”%3”, mätt på undanhållna verkliga rader</translation>
    </message>
    <message>
        <source>That meets the 80 % rule; no interval was computed</source>
        <translation>Det uppfyller 80 %-regeln; inget intervall har beräknats</translation>
    </message>
    <message>
        <source>That misses the 80 % rule; no interval was computed</source>
        <translation>Det uppfyller inte 80 %-regeln; inget intervall har beräknats</translation>
    </message>
    <message>
        <source>Its accuracy is %1, %2 points below that of training on the real rows; always giving the more frequent answer would reach %3</source>
        <translation>Noggrannheten är %1, %2 procentenheter under den vid träning på de verkliga raderna; att alltid ge det vanligaste svaret skulle nå %3</translation>
    </message>
    <message>
        <source>Its accuracy is %1, %2 points above that of training on the real rows; always giving the more frequent answer would reach %3</source>
        <translation>Noggrannheten är %1, %2 procentenheter över den vid träning på de verkliga raderna; att alltid ge det vanligaste svaret skulle nå %3</translation>
    </message>
    <message>
        <source>Its accuracy is %1; always giving the more frequent answer would reach %2</source>
        <translation>Noggrannheten är %1; att alltid ge det vanligaste svaret skulle nå %2</translation>
    </message>
    <message>
        <source>The same pipeline without the fairness term reaches a demographic parity ratio of %1; only the step from there to %2 may be credited to the fairness term</source>
        <translation>Samma förlopp utan rättvisetermen når en demografisk paritetskvot på %1; bara steget därifrån till %2 får tillskrivas rättvisetermen</translation>
    </message>
    <message>
        <source>No control was trained, so no gain in fairness may be credited to the fairness term; train with --controls to find out</source>
        <translation>Ingen kontroll har tränats, så ingen vinst i rättvisa får tillskrivas rättvisetermen; träna med --controls för att ta reda på det</translation>
    </message>
    <message>
        <source>Coverage is %1: so many of the real training rows have a generated row in their neighbourhood; density is %2, where 1 means as close together as real rows</source>
        <translation>Täckningen är %1: så många av de verkliga träningsraderna har en skapad rad i sin närhet; tätheten är %2, där 1 betyder lika tätt som verkliga rader</translation>
    </message>
    <message>
        <source>A linear probe can still tell the group from the latents of held-out rows to some degree: AUROC %1, where chance lies between %2 and %3</source>
        <translation>En linjär sond kan fortfarande i någon mån avgöra gruppen från de undanhållna radernas latenta värden: AUROC %1, där slumpen ligger mellan %2 och %3</translation>
    </message>
    <message>
        <source>The run was stopped before its end; these are the parts that were finished</source>
        <translation>Körningen stoppades före slutet; detta är de delar som blev klara</translation>
    </message>
    <message>
        <source>The run failed; these are the parts that were finished</source>
        <translation>Körningen misslyckades; detta är de delar som blev klara</translation>
    </message>
    <message>
        <source>Generated rows were not evaluated</source>
        <translation>Skapade rader utvärderades inte</translation>
    </message>
    <message>
        <source>The generated rows are not anonymous: the posterior sampler derives each of them from one real person&apos;s row. Handle them as you handle the original data, or generate with the mixture sampler</source>
        <translation>De skapade raderna är inte anonyma: posteriorsamplaren härleder var och en av dem från en verklig persons rad. Hantera dem som du hanterar originaldata, eller skapa rader med blandningssamplaren</translation>
    </message>
    <message>
        <source>The model holds the training rows&apos; latents: it is personal data</source>
        <translation>Modellen innehåller träningsradernas latenta värden: den är personuppgifter</translation>
    </message>
    <message>
        <source>Nothing in this report bounds how well somebody could find out whether a person was among the training rows</source>
        <translation>Inget i denna rapport sätter en gräns för hur väl någon kan ta reda på om en person fanns bland träningsraderna</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Träning</translation>
    </message>
    <message>
        <source>Made by Fairloom %1.</source>
        <translation>Skapad av Fairloom %1.</translation>
    </message>
    <message>
        <source>Audit report: %1</source>
        <translation>Granskningsrapport: %1</translation>
    </message>
    <message>
        <source>en</source>
        <translation>sv</translation>
    </message>
    <message>
        <source>Data: %1. Sensitive: %2. Target: %3, favourable value &quot;%4&quot;. %5 training rows, %6 held-out rows.</source>
        <translation>Data: %1. Känsligt: %2. Mål: %3, gynnsamt värde ”%4”. %5 träningsrader, %6 undanhållna rader.</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>I ord</translation>
    </message>
    <message>
        <source>Warnings and limits</source>
        <translation>Varningar och gränser</translation>
    </message>
    <message>
        <source>Fairness</source>
        <translation>Rättvisa</translation>
    </message>
    <message>
        <source>What gives the group away</source>
        <translation>Vad som avslöjar gruppen</translation>
    </message>
    <message>
        <source>Every group</source>
        <translation>Varje grupp</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Inställningar</translation>
    </message>
    <message>
        <source>How to repeat this run</source>
        <translation>Så upprepas körningen</translation>
    </message>
    <message>
        <source>80 % rule</source>
        <translation>80 %-regeln</translation>
    </message>
    <message>
        <source>undefined, see the table</source>
        <translation>odefinierat, se tabellen</translation>
    </message>
    <message>
        <source>Demographic parity ratio (DPR)</source>
        <translation>Demografisk paritetskvot (DPR)</translation>
    </message>
    <message>
        <source>Equalized odds ratio (EOR)</source>
        <translation>Kvot för utjämnade odds (EOR)</translation>
    </message>
    <message>
        <source>Rates per group, %1</source>
        <translation>Andelar per grupp, %1</translation>
    </message>
    <message>
        <source> (the %1 largest of %2 groups)</source>
        <translation> (de %1 största av %2 grupper)</translation>
    </message>
    <message>
        <source>%1, %2 test rows</source>
        <translation>%1, %2 testrader</translation>
    </message>
    <message>
        <source>base rate</source>
        <translation>basandel</translation>
    </message>
    <message>
        <source>selection rate</source>
        <translation>urvalsandel</translation>
    </message>
    <message>
        <source>TPR</source>
        <translation>TPR</translation>
    </message>
    <message>
        <source>FPR</source>
        <translation>FPR</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>precision</translation>
    </message>
    <message>
        <source>Quality against training rows</source>
        <translation>Kvalitet mot träningsrader</translation>
    </message>
    <message>
        <source>density</source>
        <translation>täthet</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>täckning</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>återkallning</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>epok</translation>
    </message>
    <message>
        <source>weighted loss</source>
        <translation>viktad förlust</translation>
    </message>
    <message>
        <source>Loss of the teacher</source>
        <translation>Lärarens förlust</translation>
    </message>
    <message>
        <source>Loss of the student</source>
        <translation>Elevens förlust</translation>
    </message>
    <message>
        <source>real</source>
        <translation>verkliga</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>lärare</translation>
    </message>
    <message>
        <source>student</source>
        <translation>elev</translation>
    </message>
    <message>
        <source>control, independent s</source>
        <translation>kontroll, oberoende s</translation>
    </message>
    <message>
        <source>control, row&apos;s own s</source>
        <translation>kontroll, radens egen s</translation>
    </message>
    <message>
        <source>undefined: %1</source>
        <translation>odefinierat: %1</translation>
    </message>
    <message>
        <source>logistic regression</source>
        <translation>logistisk regression</translation>
    </message>
    <message>
        <source>Trained and tested inside the source&apos;s rows (TSTS, the paper&apos;s protocol), %1</source>
        <translation>Tränad och testad inom källans rader (TSTS, artikelns protokoll), %1</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Källa</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Noggrannhet</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Återkallning</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupp</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
    <message>
        <source>Base rate</source>
        <translation>Basandel</translation>
    </message>
    <message>
        <source>Selection rate</source>
        <translation>Urvalsandel</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Mot</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Täthet</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Täckning</translation>
    </message>
    <message>
        <source>Real rows</source>
        <translation>Verkliga rader</translation>
    </message>
    <message>
        <source>Rows of the source</source>
        <translation>Källans rader</translation>
    </message>
    <message>
        <source>training rows</source>
        <translation>träningsrader</translation>
    </message>
    <message>
        <source>held-out rows</source>
        <translation>undanhållna rader</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Tal</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Värde</translation>
    </message>
    <message>
        <source>95 % of permutations</source>
        <translation>95 % av permutationerna</translation>
    </message>
    <message>
        <source>AUROC of the group from the latent (0.5 is best)</source>
        <translation>AUROC för gruppen från det latenta (0.5 är bäst)</translation>
    </message>
    <message>
        <source>AUROC of the source row&apos;s group from the generated row (0.5 is best)</source>
        <translation>AUROC för källradens grupp från den skapade raden (0.5 är bäst)</translation>
    </message>
    <message>
        <source>AUROC of the group from the features (no target value)</source>
        <translation>AUROC för gruppen från särdragen (inget målvärde)</translation>
    </message>
    <message>
        <source>Distance correlation of latent and group (0 is best)</source>
        <translation>Avståndskorrelation mellan det latenta och gruppen (0 är bäst)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Training rows</source>
        <translation>Träningsrader</translation>
    </message>
    <message>
        <source>Held-out rows</source>
        <translation>Undanhållna rader</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolumner</translation>
    </message>
    <message>
        <source>Rows left out</source>
        <translation>Utelämnade rader</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>Känslig</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Mål</translation>
    </message>
    <message>
        <source>Favourable value</source>
        <translation>Gynnsamt värde</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Recept</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmärkning</translation>
    </message>
    <message>
        <source>Dependence of latent and group, centred V2</source>
        <translation>Beroende mellan det latenta och gruppen, centrerat V2</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Inställning</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Betydelse</translation>
    </message>
    <message>
        <source>Built-in samples (--data NAME)</source>
        <translation>Inbyggda exempel (--data NAMN)</translation>
    </message>
    <message>
        <source>%1: %2, %3 rows</source>
        <translation>%1: %2, %3 rader</translation>
    </message>
    <message>
        <source>sensitive %1, target %2, favourable &quot;%3&quot;</source>
        <translation>känslig %1, mål %2, gynnsamt ”%3”</translation>
    </message>
    <message>
        <source>List the built-in samples and the known data sets</source>
        <translation>Lista de inbyggda exemplen och de kända datamängderna</translation>
    </message>
    <message>
        <source>Print one JSON document</source>
        <translation>Skriv ut ett JSON-dokument</translation>
    </message>
    <message>
        <source>Show columns, types, missing values, groups and base rates</source>
        <translation>Visa kolumner, typer, saknade värden, grupper och basandelar</translation>
    </message>
    <message>
        <source>warning: %1.</source>
        <translation>varning: %1.</translation>
    </message>
    <message>
        <source>report: %1</source>
        <translation>rapport: %1</translation>
    </message>
    <message>
        <source>Interrupted; what was finished is in %1. Continue with --resume.</source>
        <translation>Avbrutet; det som blev klart finns i %1. Fortsätt med --resume.</translation>
    </message>
    <message>
        <source>Train, distil, generate, evaluate and report</source>
        <translation>Träna, destillera, skapa, utvärdera och rapportera</translation>
    </message>
    <message>
        <source>A run.json whose configuration is taken over; options given here come before it</source>
        <translation>En run.json vars konfiguration tas över; val som anges här går före den</translation>
    </message>
    <message>
        <source>Continue the run in the folder</source>
        <translation>Fortsätt körningen i mappen</translation>
    </message>
    <message>
        <source>Replace the run in the folder</source>
        <translation>Ersätt körningen i mappen</translation>
    </message>
    <message>
        <source>Print run.json instead of the table</source>
        <translation>Skriv ut run.json i stället för tabellen</translation>
    </message>
    <message>
        <source>Folder for the run&apos;s files</source>
        <translation>Mapp för körningens filer</translation>
    </message>
    <message>
        <source>preparing the data</source>
        <translation>förbereder data</translation>
    </message>
    <message>
        <source>training the teacher, %1 epochs</source>
        <translation>tränar läraren, %1 epoker</translation>
    </message>
    <message>
        <source>distilling the student, %1 epochs</source>
        <translation>destillerar eleven, %1 epoker</translation>
    </message>
    <message>
        <source>training the controls</source>
        <translation>tränar kontrollerna</translation>
    </message>
    <message>
        <source>generating rows</source>
        <translation>skapar rader</translation>
    </message>
    <message>
        <source>evaluating</source>
        <translation>utvärderar</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>sparar</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 kvar</translation>
    </message>
    <message>
        <source>Rows to test on, in a file of their own</source>
        <translation>Rader att testa på, i en egen fil</translation>
    </message>
    <message>
        <source>How to read a known data set; see fairloom-cli datasets</source>
        <translation>Hur en känd datamängd läses; se fairloom-cli datasets</translation>
    </message>
    <message>
        <source>Sensitive column, or several with commas between</source>
        <translation>Känslig kolumn, eller flera med komman emellan</translation>
    </message>
    <message>
        <source>Column to predict</source>
        <translation>Kolumn att förutsäga</translation>
    </message>
    <message>
        <source>Favourable value of the target</source>
        <translation>Målets gynnsamma värde</translation>
    </message>
    <message>
        <source>No data are given</source>
        <translation>Inga data är angivna</translation>
    </message>
    <message>
        <source>Give a file, or sample:NAME for a built-in sample; fairloom-cli datasets lists them</source>
        <translation>Ange en fil, eller sample:NAMN för ett inbyggt exempel; fairloom-cli datasets listar dem</translation>
    </message>
    <message>
        <source>A recipe and a schema are both given</source>
        <translation>Både ett recept och ett schema är angivna</translation>
    </message>
    <message>
        <source>Give one of them</source>
        <translation>Ange ett av dem</translation>
    </message>
    <message>
        <source>Name it; fairloom-cli inspect shows the columns and their values</source>
        <translation>Ange det; fairloom-cli inspect visar kolumnerna och deras värden</translation>
    </message>
    <message>
        <source>No sensitive column is given</source>
        <translation>Ingen känslig kolumn är angiven</translation>
    </message>
    <message>
        <source>No target column is given</source>
        <translation>Ingen målkolumn är angiven</translation>
    </message>
    <message>
        <source>The favourable value of the target is not given</source>
        <translation>Målets gynnsamma värde är inte angivet</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>Avbrutet.</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs, or choose a smaller batch.</source>
        <translation>Minnet räcker inte. Stäng andra program, eller välj en mindre sats.</translation>
    </message>
    <message>
        <source>Internal error: %1. Please report this with the command that led to it.</source>
        <translation>Internt fel: %1. Rapportera gärna detta med kommandot som ledde till det.</translation>
    </message>
    <message>
        <source>%1: %2 rows, %3 columns</source>
        <translation>%1: %2 rader, %3 kolumner</translation>
    </message>
    <message>
        <source>, %1 test rows</source>
        <translation>, %1 testrader</translation>
    </message>
    <message>
        <source>This looks like a known data set: --recipe %1 names its columns and roles.</source>
        <translation>Detta ser ut som en känd datamängd: --recipe %1 namnger dess kolumner och roller.</translation>
    </message>
    <message>
        <source>column</source>
        <translation>kolumn</translation>
    </message>
    <message>
        <source>type</source>
        <translation>typ</translation>
    </message>
    <message>
        <source>role</source>
        <translation>roll</translation>
    </message>
    <message>
        <source>values</source>
        <translation>värden</translation>
    </message>
    <message>
        <source>distinct</source>
        <translation>olika</translation>
    </message>
    <message>
        <source>Groups and base rates are shown once --sensitive, --target and --positive are given.</source>
        <translation>Grupper och basandelar visas när --sensitive, --target och --positive är angivna.</translation>
    </message>
    <message>
        <source>group</source>
        <translation>grupp</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>rader</translation>
    </message>
    <message>
        <source>favourable</source>
        <translation>gynnsamma</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % intervall</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>odefinierat</translation>
    </message>
    <message>
        <source>Target %1, favourable &quot;%2&quot;</source>
        <translation>Mål %1, gynnsamt ”%2”</translation>
    </message>
    <message>
        <source>Warning: %1.</source>
        <translation>Varning: %1.</translation>
    </message>
    <message>
        <source>Fair synthetic data by learning and distilling a fair representation.</source>
        <translation>Rättvisa syntetiska data genom att lära in och destillera en rättvis representation.</translation>
    </message>
    <message>
        <source>Show the version and end</source>
        <translation>Visa versionen och avsluta</translation>
    </message>
    <message>
        <source>%1. See %2 --help.</source>
        <translation>%1. Se %2 --help.</translation>
    </message>
    <message>
        <source>source</source>
        <translation>källa</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>noggrannhet</translation>
    </message>
    <message>
        <source>protocol</source>
        <translation>protokoll</translation>
    </message>
    <message>
        <source>classifier</source>
        <translation>klassificerare</translation>
    </message>
    <message>
        <source>against</source>
        <translation>mot</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 till %2</translation>
    </message>
    <message>
        <source>[%1; default %2]</source>
        <translation>[%1; förval %2]</translation>
    </message>
    <message>
        <source>Correct the value</source>
        <translation>Rätta värdet</translation>
    </message>
    <message>
        <source>Column %1 is a number with %2 different values</source>
        <translation>Kolumnen %1 är ett tal med %2 olika värden</translation>
    </message>
    <message>
        <source>Choose a column with at most %1 values, or cut the numbers into ranges first</source>
        <translation>Välj en kolumn med högst %1 värden, eller dela först in talen i intervall</translation>
    </message>
    <message>
        <source>The value of column %1 is missing</source>
        <translation>Värdet i kolumnen %1 saknas</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value of column %2</source>
        <translation>”%1” är inget värde i kolumnen %2</translation>
    </message>
    <message>
        <source>Its values are %1</source>
        <translation>Dess värden är %1</translation>
    </message>
    <message>
        <source>Column %1 is not of the type that it has in the training rows</source>
        <translation>Kolumnen %1 har inte den typ som den har i träningsraderna</translation>
    </message>
    <message>
        <source>Map the table to the training rows first</source>
        <translation>Anpassa först tabellen till träningsraderna</translation>
    </message>
    <message>
        <source>No sensitive column is chosen</source>
        <translation>Ingen känslig kolumn är vald</translation>
    </message>
    <message>
        <source>Choose at least one column that says which group a row belongs to</source>
        <translation>Välj minst en kolumn som säger vilken grupp en rad hör till</translation>
    </message>
    <message>
        <source>No target column is chosen</source>
        <translation>Ingen målkolumn är vald</translation>
    </message>
    <message>
        <source>Choose the column that is to be predicted</source>
        <translation>Välj kolumnen som ska förutsägas</translation>
    </message>
    <message>
        <source>Column %1 is both sensitive and the target</source>
        <translation>Kolumnen %1 är både känslig och mål</translation>
    </message>
    <message>
        <source>Choose different columns</source>
        <translation>Välj olika kolumner</translation>
    </message>
    <message>
        <source>Sensitive column %1 is named twice</source>
        <translation>Den känsliga kolumnen %1 nämns två gånger</translation>
    </message>
    <message>
        <source>Name it once</source>
        <translation>Nämn den en gång</translation>
    </message>
    <message>
        <source>%1 rows of %2 have no value of %3 and are left out</source>
        <translation>%1 rader av %2 har inget värde för %3 och utelämnas</translation>
    </message>
    <message>
        <source>%1 test rows belong to groups that the training rows do not have and are left out</source>
        <translation>%1 testrader hör till grupper som träningsraderna inte har och utelämnas</translation>
    </message>
    <message>
        <source>%1 test rows have a value of %2 that the training rows do not have and are left out</source>
        <translation>%1 testrader har ett värde för %2 som träningsraderna inte har och utelämnas</translation>
    </message>
    <message>
        <source>No test row is left</source>
        <translation>Ingen testrad finns kvar</translation>
    </message>
    <message>
        <source>Use more rows, or a test file with the same groups and target values</source>
        <translation>Använd fler rader, eller en testfil med samma grupper och målvärden</translation>
    </message>
    <message>
        <source>%1 training rows have no value of %2 and form a group of their own</source>
        <translation>%1 träningsrader har inget värde för %2 och bildar en egen grupp</translation>
    </message>
    <message>
        <source>Groups with fewer than %1 training rows, whose figures are unsure: %2</source>
        <translation>Grupper med färre än %1 träningsrader, vars tal är osäkra: %2</translation>
    </message>
    <message>
        <source>Groups without test rows, which cannot be judged: %1</source>
        <translation>Grupper utan testrader, som inte kan bedömas: %1</translation>
    </message>
    <message>
        <source>No feature is left</source>
        <translation>Inget särdrag finns kvar</translation>
    </message>
    <message>
        <source>Give at least one column besides target and sensitive ones the role feature</source>
        <translation>Ge minst en kolumn utöver målet och de känsliga rollen särdrag</translation>
    </message>
    <message>
        <source>No row has a value of %1</source>
        <translation>Ingen rad har ett värde för %1</translation>
    </message>
    <message>
        <source>Choose another target</source>
        <translation>Välj ett annat mål</translation>
    </message>
    <message>
        <source>The target %1 has only one value, %2</source>
        <translation>Målet %1 har bara ett värde, %2</translation>
    </message>
    <message>
        <source>Choose a target with at least two values</source>
        <translation>Välj ett mål med minst två värden</translation>
    </message>
    <message>
        <source>The target %1 has no value &quot;%2&quot;</source>
        <translation>Målet %1 har inget värde ”%2”</translation>
    </message>
    <message>
        <source>Did you mean %1? Its values are %2</source>
        <translation>Menade du %1? Dess värden är %2</translation>
    </message>
    <message>
        <source>There is only one group, %1</source>
        <translation>Det finns bara en grupp, %1</translation>
    </message>
    <message>
        <source>Choose a sensitive column with at least two values</source>
        <translation>Välj en känslig kolumn med minst två värden</translation>
    </message>
    <message>
        <source>The positive label %1 = %2 looks like the unfavourable outcome. Ratios differ between the two: choose the favourable one</source>
        <translation>Den positiva etiketten %1 = %2 ser ut som det ogynnsamma utfallet. Kvoterna skiljer sig mellan de två: välj det gynnsamma</translation>
    </message>
    <message>
        <source>The table has no rows</source>
        <translation>Tabellen har inga rader</translation>
    </message>
    <message>
        <source>Choose another table</source>
        <translation>Välj en annan tabell</translation>
    </message>
    <message>
        <source>The training rows have no group %1</source>
        <translation>Träningsraderna har ingen grupp %1</translation>
    </message>
    <message>
        <source>Correct or remove such rows</source>
        <translation>Rätta eller ta bort sådana rader</translation>
    </message>
    <message>
        <source>The model&apos;s description of its columns is damaged</source>
        <translation>Modellens beskrivning av sina kolumner är skadad</translation>
    </message>
    <message>
        <source>Train the model again, or take an undamaged copy</source>
        <translation>Träna modellen igen, eller ta en oskadad kopia</translation>
    </message>
    <message>
        <source>there is only one group, so there is nothing to guess</source>
        <translation>det finns bara en grupp, så det finns inget att gissa</translation>
    </message>
    <message>
        <source>no training row belongs to group “%1”, so the probe cannot learn it</source>
        <translation>ingen träningsrad hör till gruppen ”%1”, så sonden kan inte lära sig den</translation>
    </message>
    <message>
        <source>no scored row belongs to group “%1”, so its AUROC is undefined</source>
        <translation>ingen bedömd rad hör till gruppen ”%1”, så dess AUROC är odefinierad</translation>
    </message>
    <message>
        <source>the features hold values that are not finite</source>
        <translation>särdragen innehåller värden som inte är ändliga</translation>
    </message>
    <message>
        <source>features and groups of a probe do not belong together</source>
        <translation>en sonds särdrag och grupper hör inte ihop</translation>
    </message>
    <message>
        <source>Pass one group per row and the same features on both sides</source>
        <translation>Ge en grupp per rad och samma särdrag på båda sidor</translation>
    </message>
    <message>
        <source>%1 rows are too few for %2 nearest neighbours</source>
        <translation>%1 rader är för få för %2 närmaste grannar</translation>
    </message>
    <message>
        <source>Use more rows or a smaller k</source>
        <translation>Använd fler rader eller ett mindre k</translation>
    </message>
    <message>
        <source>the rows to compare hold values that are not finite</source>
        <translation>raderna som ska jämföras innehåller värden som inte är ändliga</translation>
    </message>
    <message>
        <source>rows of %1 values cannot be compared with rows of %2</source>
        <translation>rader med %1 värden kan inte jämföras med rader med %2</translation>
    </message>
    <message>
        <source>Training diverged in epoch %1: a loss is no longer a finite number</source>
        <translation>Träningen divergerade i epok %1: en förlust är inte längre ett ändligt tal</translation>
    </message>
    <message>
        <source>Lower the learning rate or log10 beta and train again</source>
        <translation>Sänk inlärningstakten eller log10 beta och träna igen</translation>
    </message>
    <message>
        <source>Student, epoch %1/%2</source>
        <translation>Elev, epok %1/%2</translation>
    </message>
    <message>
        <source>Control&apos;s student, epoch %1/%2</source>
        <translation>Kontrollens elev, epok %1/%2</translation>
    </message>
    <message>
        <source>Teacher, epoch %1/%2</source>
        <translation>Lärare, epok %1/%2</translation>
    </message>
    <message>
        <source>Control, epoch %1/%2</source>
        <translation>Kontroll, epok %1/%2</translation>
    </message>
    <message>
        <source>Judge generated rows that any tool made</source>
        <translation>Bedöm skapade rader från vilket verktyg som helst</translation>
    </message>
    <message>
        <source>Real rows that the generated rows stand for</source>
        <translation>Verkliga rader som de skapade raderna står för</translation>
    </message>
    <message>
        <source>Real rows to test on</source>
        <translation>Verkliga rader att testa på</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be used</source>
        <translation>”%1” kan inte användas</translation>
    </message>
    <message>
        <source>Give a number from %1 to %2</source>
        <translation>Ange ett tal från %1 till %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a group and its share</source>
        <translation>”%1” är inte en grupp och dess andel</translation>
    </message>
    <message>
        <source>Write GROUP=SHARE, with commas between groups</source>
        <translation>Skriv GRUPP=ANDEL, med komman mellan grupperna</translation>
    </message>
    <message>
        <source>%1 rows from the %2 sampler: %3</source>
        <translation>%1 rader från samplaren %2: %3</translation>
    </message>
    <message>
        <source>Generate rows from a model that a run left</source>
        <translation>Skapa rader från en modell som en körning lämnat</translation>
    </message>
    <message>
        <source>Folder of the run</source>
        <translation>Körningens mapp</translation>
    </message>
    <message>
        <source>How many rows</source>
        <translation>Hur många rader</translation>
    </message>
    <message>
        <source>The run&apos;s training data; the posterior sampler needs them</source>
        <translation>Körningens träningsdata; posteriorsamplaren behöver dem</translation>
    </message>
    <message>
        <source>Shares of the groups, as in a=0.5,b=0.5</source>
        <translation>Gruppernas andelar, som i a=0.5,b=0.5</translation>
    </message>
    <message>
        <source>Exact share of the favourable label, 0 to 1</source>
        <translation>Exakt andel av den gynnsamma etiketten, 0 till 1</translation>
    </message>
    <message>
        <source>Seed of the draw</source>
        <translation>Dragningens frö</translation>
    </message>
    <message>
        <source>Hiring: who gets a referral</source>
        <translation>Anställning: vem som får en rekommendation</translation>
    </message>
    <message>
        <source>Applicants are hired for their skill, which does not depend on gender, and for being referred by somebody inside, which does. Women are referred less often and have more gaps in their careers</source>
        <translation>Sökande anställs för sin skicklighet, som inte beror på kön, och för att de rekommenderas av någon inom företaget, vilket gör det. Kvinnor rekommenderas mer sällan och har fler luckor i karriären</translation>
    </message>
    <message>
        <source>Lending: origin, and districts that give it away</source>
        <translation>Utlåning: ursprung, och stadsdelar som avslöjar det</translation>
    </message>
    <message>
        <source>Loans go to people who handle money well, which does not depend on origin. But people from abroad are marked down directly, earn less, and live in districts that are marked down as well</source>
        <translation>Lån går till människor som sköter pengar väl, vilket inte beror på ursprung. Men människor från utlandet värderas ned direkt, tjänar mindre och bor i stadsdelar som också värderas ned</translation>
    </message>
    <message>
        <source>There is no built-in sample named &quot;%1&quot;</source>
        <translation>Det finns inget inbyggt exempel med namnet ”%1”</translation>
    </message>
    <message>
        <source>The samples are %1</source>
        <translation>Exemplen är %1</translation>
    </message>
    <message>
        <source>%1 values are missing, in %2</source>
        <translation>%1 värden saknas, i %2</translation>
    </message>
    <message>
        <source>This is not an intact model file</source>
        <translation>Detta är inte en hel modellfil</translation>
    </message>
    <message>
        <source>There is no model in this folder</source>
        <translation>Det finns ingen modell i denna mapp</translation>
    </message>
    <message>
        <source>The model was written by another version of Fairloom</source>
        <translation>Modellen skrevs av en annan version av Fairloom</translation>
    </message>
    <message>
        <source>Open it with that version, or train again</source>
        <translation>Öppna den med den versionen, eller träna igen</translation>
    </message>
    <message>
        <source>group “%1” has no row to score</source>
        <translation>gruppen ”%1” har ingen rad att bedöma</translation>
    </message>
    <message>
        <source>Evaluating real rows: classifiers</source>
        <translation>Utvärderar verkliga rader: klassificerare</translation>
    </message>
    <message>
        <source>Evaluating real rows: leakage</source>
        <translation>Utvärderar verkliga rader: läckage</translation>
    </message>
    <message>
        <source>Evaluating real rows: density and coverage</source>
        <translation>Utvärderar verkliga rader: täthet och täckning</translation>
    </message>
    <message>
        <source>Evaluating synthetic rows: leakage</source>
        <translation>Utvärderar syntetiska rader: läckage</translation>
    </message>
    <message>
        <source>Evaluating synthetic rows: density and coverage</source>
        <translation>Utvärderar syntetiska rader: täthet och täckning</translation>
    </message>
    <message>
        <source>This run ended before its student was trained</source>
        <translation>Körningen slutade innan dess elev var tränad</translation>
    </message>
    <message>
        <source>Continue the run with --resume first</source>
        <translation>Fortsätt först körningen med --resume</translation>
    </message>
    <message>
        <source>There is no group “%1”</source>
        <translation>Det finns ingen grupp ”%1”</translation>
    </message>
    <message>
        <source>The model knows these groups: %1</source>
        <translation>Modellen känner dessa grupper: %1</translation>
    </message>
    <message>
        <source>The shares of the groups add up to nothing</source>
        <translation>Gruppernas andelar blir tillsammans noll</translation>
    </message>
    <message>
        <source>Give at least one group a share above 0</source>
        <translation>Ge minst en grupp en andel över 0</translation>
    </message>
    <message>
        <source>The posterior sampler needs the training rows</source>
        <translation>Posteriorsamplaren behöver träningsraderna</translation>
    </message>
    <message>
        <source>Name them with --data, or choose the mixture sampler, which needs no data</source>
        <translation>Ange dem med --data, eller välj blandningssamplaren, som inte behöver några data</translation>
    </message>
    <message>
        <source>There is no sampler “%1”</source>
        <translation>Det finns ingen samplare ”%1”</translation>
    </message>
    <message>
        <source>Preparing the data</source>
        <translation>Förbereder data</translation>
    </message>
    <message>
        <source>The latent space has collapsed (KL %1 per row): it says next to nothing about the rows, and any fairness of the generated data is that of noise. Lower log10 beta or the KL weight</source>
        <translation>Det latenta rummet har kollapsat (KL %1 per rad): det säger nästan ingenting om raderna, och all rättvisa i de skapade data är brusets. Sänk log10 beta eller KL-vikten</translation>
    </message>
    <message>
        <source>Fitting the mixture of latents</source>
        <translation>Anpassar blandningen av latenta värden</translation>
    </message>
    <message>
        <source>The model keeps latents that derive one to one from real rows: treat student.safetensors as personal data</source>
        <translation>Modellen behåller latenta värden som härleds en till en från verkliga rader: behandla student.safetensors som personuppgifter</translation>
    </message>
    <message>
        <source>Of the real rows with the favourable label it finds %1 in &quot;%2&quot; and %3 in &quot;%4&quot;; the groups&apos; base rates in the test rows run from %5 to %6, and where they differ, equal selection drives these rates apart</source>
        <translation>Av de verkliga raderna med det gynnsamma värdet hittar den %1 i ”%2” och %3 i ”%4”; gruppernas basandelar i testraderna går från %5 till %6, och där de skiljer sig drar lika urval isär dessa andelar</translation>
    </message>
    <message>
        <source>How many rows go into one training step, at most a tenth of the training rows; the fairness term compares every pair in a batch.</source>
        <translation>Hur många rader som ingår i ett träningssteg, högst en tiondel av träningsraderna; rättvisetermen jämför varje par i en omgång.</translation>
    </message>
    <message>
        <source>The model has not seen the value “%1”</source>
        <translation>Modellen har inte sett värdet ”%1”</translation>
    </message>
    <message>
        <source>Give the data that the model was trained on</source>
        <translation>Ange de data som modellen tränades på</translation>
    </message>
    <message>
        <source>A classifier trained on the generated rows selects all groups equally often, measured on held-out real rows</source>
        <translation>En klassificerare tränad på de skapade raderna väljer ut alla grupper lika ofta, mätt på undanhållna verkliga rader</translation>
    </message>
    <message>
        <source>A linear probe does no better than chance at telling the group from the latents of held-out rows: AUROC %1, where chance lies between %2 and %3</source>
        <translation>En linjär sond klarar inte bättre än slumpen att avgöra gruppen från de undanhållna radernas latenta värden: AUROC %1, där slumpen ligger mellan %2 och %3</translation>
    </message>
    <message>
        <source>The model has no mixture of latents</source>
        <translation>Modellen har ingen blandning av latenta vektorer</translation>
    </message>
    <message>
        <source>Continue the run with --resume first, or choose another sampler</source>
        <translation>Fortsätt först körningen med --resume, eller välj en annan dragning</translation>
    </message>
    <message>
        <source>posterior, mixture, generator or prior; by default generator if the student is one, else posterior if data are given, else mixture</source>
        <translation>posterior, mixture, generator eller prior; utan val generator om studenten är en sådan, annars posterior om data anges, annars mixture</translation>
    </message>
    <message>
        <source>This program cannot find its own file, which it needs to start runs</source>
        <translation>Programmet hittar inte sin egen fil, som det behöver för att starta körningar</translation>
    </message>
    <message>
        <source>Run the study on a system that has /proc</source>
        <translation>Kör studien på ett system som har /proc</translation>
    </message>
    <message>
        <source>The folder already holds a study</source>
        <translation>Mappen innehåller redan en studie</translation>
    </message>
    <message>
        <source>Choose another folder, continue the study with --resume or replace it with --force</source>
        <translation>Välj en annan mapp, fortsätt studien med --resume eller ersätt den med --force</translation>
    </message>
    <message>
        <source>%1 runs finished, %2 failed, %3 left: %4</source>
        <translation>%1 körningar klara, %2 misslyckades, %3 återstår: %4</translation>
    </message>
    <message>
        <source>Run a study: many runs, each in a process of its own</source>
        <translation>Kör en studie: många körningar, var och en i en egen process</translation>
    </message>
    <message>
        <source>Threads of each run</source>
        <translation>Trådar för varje körning</translation>
    </message>
    <message>
        <source>Continue the study in the folder</source>
        <translation>Fortsätt studien i mappen</translation>
    </message>
    <message>
        <source>Replace the study in the folder</source>
        <translation>Ersätt studien i mappen</translation>
    </message>
    <message>
        <source>the rows to compare hold values whose squares cannot be added up</source>
        <translation>raderna som ska jämföras innehåller värden vars kvadrater inte kan summeras</translation>
    </message>
    <message>
        <source>Scale them first</source>
        <translation>Skala dem först</translation>
    </message>
    <message>
        <source>Logistic regression on the latent: accuracy</source>
        <translation>Logistisk regression på latenten: träffsäkerhet</translation>
    </message>
    <message>
        <source>Logistic regression on the latent: DPR</source>
        <translation>Logistisk regression på latenten: DPR</translation>
    </message>
    <message>
        <source>Logistic regression on the latent: EOR</source>
        <translation>Logistisk regression på latenten: EOR</translation>
    </message>
    <message>
        <source>A generator student has no posteriors</source>
        <translation>En generatorstudent har inga posteriorer</translation>
    </message>
    <message>
        <source>Choose the generator or the mixture sampler, which need no data</source>
        <translation>Välj samplaren generator eller mixture, som inte behöver några data</translation>
    </message>
    <message>
        <source>The model&apos;s student is an encoder and cannot make latents from noise</source>
        <translation>Modellens student är en kodare och kan inte göra latenter av brus</translation>
    </message>
    <message>
        <source>Choose another sampler, or train with the generator student</source>
        <translation>Välj en annan samplare, eller träna med generatorstudenten</translation>
    </message>
    <message>
        <source>Choose posterior, mixture, generator or prior</source>
        <translation>Välj posterior, mixture, generator eller prior</translation>
    </message>
    <message>
        <source>A tried set of values: balanced; strict-parity for equal selection rates; equal-odds for equal error rates; faithful for closeness to the real rows. &quot;custom&quot; once you change one of them.</source>
        <translation>En beprövad uppsättning värden: balanced; strict-parity för lika urvalsandelar; equal-odds för lika felandelar; faithful för närhet till de verkliga raderna. ”custom” så snart du ändrar något av dem.</translation>
    </message>
    <message>
        <source>What the small student model learns: to encode rows as the teacher does (encoder), or to make latents from noise, which needs no data to generate (generator).</source>
        <translation>Vad den lilla studentmodellen lär sig: att koda rader som läraren gör (encoder), eller att göra latenter av brus, vilket inte behöver några data för att generera (generator).</translation>
    </message>
    <message>
        <source>Where new latents come from: the training rows&apos; posteriors (not anonymous; a generator student&apos;s own latents in their place), a mixture fitted to the student&apos;s latents, or the prior.</source>
        <translation>Var nya latenter kommer ifrån: träningsradernas posteriorer (inte anonyma; i deras ställe en generatorstudents egna latenter), en blandning anpassad till studentens latenter, eller priorn.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Below 1, generated values keep closer to what is likely for their latent; above 1, they vary more.</source>
        <translation>Under 1 håller sig genererade värden närmare det som är troligt för deras latent; över 1 varierar de mer.</translation>
    </message>
    <message>
        <source>Label temperature</source>
        <translation>Etikettemperatur</translation>
    </message>
    <message>
        <source>The same for generated labels: below 1, they say more plainly what the latent says.</source>
        <translation>Detsamma för genererade etiketter: under 1 säger de tydligare det som latenten säger.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Tålamod</translation>
    </message>
    <message>
        <source>Ends a stage after so many epochs without a lower loss, once beta has its value; 0 never ends it early.</source>
        <translation>Avslutar ett steg efter så många epoker utan lägre förlust, när beta har nått sitt värde; 0 avslutar aldrig i förtid.</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Utvärdering</translation>
    </message>
    <message>
        <source>Only a generator student can make latents from noise</source>
        <translation>Bara en generatorstudent kan göra latenter av brus</translation>
    </message>
    <message>
        <source>Choose the generator student, or another sampler</source>
        <translation>Välj generatorstudenten, eller en annan samplare</translation>
    </message>
    <message>
        <source>The study is not a JSON object</source>
        <translation>Studien är inte ett JSON-objekt</translation>
    </message>
    <message>
        <source>Compare it with one that comes with Fairloom</source>
        <translation>Jämför den med en som följer med Fairloom</translation>
    </message>
    <message>
        <source>A study has no such part</source>
        <translation>En studie har ingen sådan del</translation>
    </message>
    <message>
        <source>A seed is not a whole number</source>
        <translation>Ett frö är inte ett heltal</translation>
    </message>
    <message>
        <source>Write them as [1, 2, 3]</source>
        <translation>Skriv dem som [1, 2, 3]</translation>
    </message>
    <message>
        <source>The study has no runs, or too many</source>
        <translation>Studien har inga körningar, eller för många</translation>
    </message>
    <message>
        <source>Name data sets and seeds, and at most 100,000 runs</source>
        <translation>Ange datamängder och frön, och högst 100 000 körningar</translation>
    </message>
    <message>
        <source>This part of the study must be a JSON object</source>
        <translation>Den här delen av studien måste vara ett JSON-objekt</translation>
    </message>
    <message>
        <source>Write names and values in braces</source>
        <translation>Skriv namn och värden inom klammerparenteser</translation>
    </message>
    <message>
        <source>This part of the study must be a list of values</source>
        <translation>Den här delen av studien måste vara en lista med värden</translation>
    </message>
    <message>
        <source>Write them in square brackets</source>
        <translation>Skriv dem inom hakparenteser</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a folder</source>
        <translation>”%1” kan inte vara namnet på en mapp</translation>
    </message>
    <message>
        <source>Use letters, digits, hyphens and dots</source>
        <translation>Använd bokstäver, siffror, bindestreck och punkter</translation>
    </message>
    <message>
        <source>The number of random trials is missing</source>
        <translation>Antalet slumpmässiga försök saknas</translation>
    </message>
    <message>
        <source>Write &quot;trials&quot;: and a whole number</source>
        <translation>Skriv &quot;trials&quot;: och ett heltal</translation>
    </message>
    <message>
        <source>The program that runs a trial cannot be started (%1)</source>
        <translation>Programmet som kör ett försök kan inte startas (%1)</translation>
    </message>
    <message>
        <source>Check that it is there and may be executed</source>
        <translation>Kontrollera att det finns och får köras</translation>
    </message>
    <message>
        <source>Label balance</source>
        <translation>Etikettbalans</translation>
    </message>
    <message>
        <source>How far generated labels move from their balance in the data, 0, towards half and half, 1; classifiers trained on generated rows otherwise choose a rare label too seldom.</source>
        <translation>Hur långt genererade etiketter flyttas från sin balans i data, 0, mot hälften var, 1; klassificerare tränade på genererade rader väljer annars en ovanlig etikett för sällan.</translation>
    </message>
    <message>
        <source>Held-out share</source>
        <translation>Undanhållen andel</translation>
    </message>
    <message>
        <source>What share of the rows is held out for testing where the data come without a test file.</source>
        <translation>Hur stor andel av raderna som hålls undan för test när data kommer utan testfil.</translation>
    </message>
    <message>
        <source>Write how the data were read to a JSON file, to be changed and given to --schema</source>
        <translation>Skriv hur data lästes till en JSON-fil, som kan ändras och ges till --schema</translation>
    </message>
    <message>
        <source>A built-in sample has no schema</source>
        <translation>Ett inbyggt exempel har inget schema</translation>
    </message>
    <message>
        <source>Leave --save-schema out</source>
        <translation>Utelämna --save-schema</translation>
    </message>
    <message>
        <source>A JSON file that says how to read the data; fairloom-cli inspect --save-schema writes one</source>
        <translation>En JSON-fil som säger hur data läses; fairloom-cli inspect --save-schema skriver en</translation>
    </message>
    <message>
        <source>numbers in %1 bins, as the schema says</source>
        <translation>tal i %1 intervall, som schemat säger</translation>
    </message>
    <message>
        <source>as the schema says</source>
        <translation>som schemat säger</translation>
    </message>
    <message>
        <source>every value is a whole number, %1 different ones</source>
        <translation>varje värde är ett heltal, %1 olika</translation>
    </message>
    <message>
        <source>every value is a number with up to %1 decimals, %2 different ones</source>
        <translation>varje värde är ett tal med upp till %1 decimaler, %2 olika</translation>
    </message>
    <message>
        <source>every value is a date written as %1</source>
        <translation>varje värde är ett datum skrivet som %1</translation>
    </message>
    <message>
        <source>texts with %1 different values</source>
        <translation>texter med %1 olika värden</translation>
    </message>
    <message>
        <source>identifiers and free text are never generated</source>
        <translation>identiteter och fritext genereras aldrig</translation>
    </message>
    <message>
        <source>a feature, as nothing else is said</source>
        <translation>en egenskap, eftersom inget annat sägs</translation>
    </message>
    <message>
        <source>every row has the same value</source>
        <translation>alla rader har samma värde</translation>
    </message>
    <message>
        <source>most values are sentences: free text</source>
        <translation>de flesta värden är meningar: fritext</translation>
    </message>
    <message>
        <source>free text is never generated</source>
        <translation>fritext genereras aldrig</translation>
    </message>
    <message>
        <source>%1 of %2 values differ: looks like an identifier</source>
        <translation>%1 av %2 värden skiljer sig: ser ut som en identitet</translation>
    </message>
    <message>
        <source>%1 different values, and its name is that of an identifier</source>
        <translation>%1 olika värden, och namnet är det på en identitet</translation>
    </message>
    <message>
        <source>all values differ, and its name is that of an identifier</source>
        <translation>alla värden skiljer sig, och namnet är det på en identitet</translation>
    </message>
    <message>
        <source>nothing speaks against generating it</source>
        <translation>inget talar mot att den genereras</translation>
    </message>
    <message>
        <source>Taken for free text and not generated: %1</source>
        <translation>Tagna för fritext och inte genererade: %1</translation>
    </message>
    <message>
        <source>About %1 million rows would need %2 GB of memory, and %3 GB are free</source>
        <translation>Ungefär %1 miljoner rader skulle behöva %2 GB minne, och %3 GB är lediga</translation>
    </message>
    <message>
        <source>Close other programs, or take a part of the file</source>
        <translation>Stäng andra program, eller ta en del av filen</translation>
    </message>
    <message>
        <source>Every row lacks a value of %1, so that none is left</source>
        <translation>Alla rader saknar ett värde i %1, så att ingen blir kvar</translation>
    </message>
    <message>
        <source>Choose another policy for missing values</source>
        <translation>Välj ett annat sätt att behandla saknade värden</translation>
    </message>
    <message>
        <source>%1 of %2 rows of %3 were left out, as they lack a value of %4</source>
        <translation>%1 av %2 rader i %3 utelämnades, eftersom de saknar ett värde i %4</translation>
    </message>
    <message>
        <source>Column %1 has no value that could take the place of the missing ones</source>
        <translation>Kolumnen %1 har inget värde som kan ersätta de saknade</translation>
    </message>
    <message>
        <source>Ignore the column, or choose another policy for missing values</source>
        <translation>Bortse från kolumnen, eller välj ett annat sätt att behandla saknade värden</translation>
    </message>
    <message>
        <source>%1 missing values of %2 were replaced by %3</source>
        <translation>%1 saknade värden i %2 ersattes med %3</translation>
    </message>
    <message>
        <source>%1 has %2 different values: the %3 most frequent (%4 rows and more) were kept, the others are grouped as (other), in %5 rows</source>
        <translation>%1 har %2 olika värden: de %3 vanligaste (%4 rader och fler) behölls, de andra är sammanslagna som (other), i %5 rader</translation>
    </message>
    <message>
        <source>The packed file is damaged or incomplete</source>
        <translation>Den packade filen är skadad eller ofullständig</translation>
    </message>
    <message>
        <source>Fetch it again from where it came</source>
        <translation>Hämta den igen där den kom ifrån</translation>
    </message>
    <message>
        <source>Unpacking %1</source>
        <translation>Packar upp %1</translation>
    </message>
    <message>
        <source>The archive holds no file</source>
        <translation>Arkivet innehåller ingen fil</translation>
    </message>
    <message>
        <source>The archive has no file named &quot;%1&quot;</source>
        <translation>Arkivet har ingen fil som heter ”%1”</translation>
    </message>
    <message>
        <source>Its files are %1</source>
        <translation>Dess filer är %1</translation>
    </message>
    <message>
        <source>The archive holds several files: %1</source>
        <translation>Arkivet innehåller flera filer: %1</translation>
    </message>
    <message>
        <source>Write %1 to choose one</source>
        <translation>Skriv %1 för att välja en</translation>
    </message>
    <message>
        <source>The archive is protected by a password</source>
        <translation>Arkivet skyddas av ett lösenord</translation>
    </message>
    <message>
        <source>Unpack it first</source>
        <translation>Packa upp det först</translation>
    </message>
    <message>
        <source>The attribute %1 is relational: a table inside a cell</source>
        <translation>Attributet %1 är relationellt: en tabell i en cell</translation>
    </message>
    <message>
        <source>Save the table without it</source>
        <translation>Spara tabellen utan det</translation>
    </message>
    <message>
        <source>The attribute %1 has no type that ARFF knows</source>
        <translation>Attributet %1 har ingen typ som ARFF känner</translation>
    </message>
    <message>
        <source>Write numeric, string, date or a list in braces</source>
        <translation>Skriv numeric, string, date eller en lista inom klammerparenteser</translation>
    </message>
    <message>
        <source>Close the quote, or put a backslash before it if it belongs to the text</source>
        <translation>Avsluta citatet, eller sätt ett omvänt snedstreck framför tecknet om det hör till texten</translation>
    </message>
    <message>
        <source>The list of values has no closing brace</source>
        <translation>Listan över värden har ingen avslutande klammerparentes</translation>
    </message>
    <message>
        <source>Write } behind its last value</source>
        <translation>Skriv } efter det sista värdet</translation>
    </message>
    <message>
        <source>The file declares no attribute</source>
        <translation>Filen anger inget attribut</translation>
    </message>
    <message>
        <source>The line belongs to no ARFF header</source>
        <translation>Raden hör inte till något ARFF-huvud</translation>
    </message>
    <message>
        <source>Write @data on a line before the first row</source>
        <translation>Skriv @data på en rad före den första dataraden</translation>
    </message>
    <message>
        <source>The file has no line @data</source>
        <translation>Filen har ingen rad @data</translation>
    </message>
    <message>
        <source>Put a backslash before quotes that belong to the text</source>
        <translation>Sätt ett omvänt snedstreck framför citattecken som hör till texten</translation>
    </message>
    <message>
        <source>A sparse row has to give columns by number from 0 to %1, each once, and their values</source>
        <translation>En gles rad ska ange kolumner med nummer från 0 till %1, var och en en gång, och deras värden</translation>
    </message>
    <message>
        <source>The row has no closing brace</source>
        <translation>Raden har ingen avslutande klammerparentes</translation>
    </message>
    <message>
        <source>The values of column %1 are not all dates in one format</source>
        <translation>Värdena i kolumnen %1 är inte alla datum i ett och samma format</translation>
    </message>
    <message>
        <source>Give the column another type, or mark what is no date as missing</source>
        <translation>Ge kolumnen en annan typ, eller markera det som inte är datum som saknat</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in column %2 is not a date written as %3</source>
        <translation>”%1” i kolumnen %2 är inte ett datum skrivet som %3</translation>
    </message>
    <message>
        <source>The dates in %1 could be read in more than one way; they were read as %2</source>
        <translation>Datumen i %1 kan läsas på mer än ett sätt; de lästes som %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in column %2 is not a whole number</source>
        <translation>”%1” i kolumnen %2 är inte ett heltal</translation>
    </message>
    <message>
        <source>Give the column the type number</source>
        <translation>Ge kolumnen typen tal</translation>
    </message>
    <message>
        <source>The content is %1, which cannot be read as a table</source>
        <translation>Innehållet är %1, som inte kan läsas som en tabell</translation>
    </message>
    <message>
        <source>The archive holds an SQLite database</source>
        <translation>Arkivet innehåller en SQLite-databas</translation>
    </message>
    <message>
        <source>The file is no archive and has no part named &quot;%1&quot;</source>
        <translation>Filen är inget arkiv och har ingen del som heter ”%1”</translation>
    </message>
    <message>
        <source>Name the file alone</source>
        <translation>Ange bara filen</translation>
    </message>
    <message>
        <source>This is not a text file: it is full of control characters</source>
        <translation>Detta är ingen textfil: den är full av styrtecken</translation>
    </message>
    <message>
        <source>Fetch the table itself, not the page that leads to it</source>
        <translation>Hämta själva tabellen, inte sidan som leder till den</translation>
    </message>
    <message>
        <source>Save the table as CSV</source>
        <translation>Spara tabellen som CSV</translation>
    </message>
    <message>
        <source>The key %1 occurs twice in one row</source>
        <translation>Nyckeln %1 förekommer två gånger i en rad</translation>
    </message>
    <message>
        <source>The rows have more than %1 different keys</source>
        <translation>Raderna har fler än %1 olika nycklar</translation>
    </message>
    <message>
        <source>Write what the keys tell into values</source>
        <translation>Skriv det som nycklarna säger som värden</translation>
    </message>
    <message>
        <source>Something stands between two values that does not belong there</source>
        <translation>Mellan två värden står något som inte hör hemma där</translation>
    </message>
    <message>
        <source>A value or the table itself has no end from here on</source>
        <translation>Ett värde eller själva tabellen har inget slut härifrån</translation>
    </message>
    <message>
        <source>Complete it, or fetch the file again</source>
        <translation>Komplettera den, eller hämta filen igen</translation>
    </message>
    <message>
        <source>A row has to be an object or an array</source>
        <translation>En rad ska vara ett objekt eller en lista</translation>
    </message>
    <message>
        <source>The table takes at least %1 MB of memory, and %2 MB are free</source>
        <translation>Tabellen tar minst %1 MB minne, och %2 MB är lediga</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller table</source>
        <translation>Stäng andra program, eller välj en mindre tabell</translation>
    </message>
    <message>
        <source>This is no SQLite database, or an encrypted one</source>
        <translation>Detta är ingen SQLite-databas, eller en krypterad</translation>
    </message>
    <message>
        <source>Export the table without encryption</source>
        <translation>Exportera tabellen utan kryptering</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>Databasen är skadad</translation>
    </message>
    <message>
        <source>Another program is writing to the database</source>
        <translation>Ett annat program skriver till databasen</translation>
    </message>
    <message>
        <source>Wait until it has finished, or close it</source>
        <translation>Vänta tills det är klart, eller stäng det</translation>
    </message>
    <message>
        <source>The database cannot be read: %1</source>
        <translation>Databasen kan inte läsas: %1</translation>
    </message>
    <message>
        <source>SQLite says: %1</source>
        <translation>SQLite säger: %1</translation>
    </message>
    <message>
        <source>Correct the query</source>
        <translation>Rätta frågan</translation>
    </message>
    <message>
        <source>The database has no tables</source>
        <translation>Databasen har inga tabeller</translation>
    </message>
    <message>
        <source>The database has several tables: %1</source>
        <translation>Databasen har flera tabeller: %1</translation>
    </message>
    <message>
        <source>The database has no table named &quot;%1&quot;</source>
        <translation>Databasen har ingen tabell som heter ”%1”</translation>
    </message>
    <message>
        <source>Its tables are %1</source>
        <translation>Dess tabeller är %1</translation>
    </message>
    <message>
        <source>The query does not just read rows</source>
        <translation>Frågan läser inte bara rader</translation>
    </message>
    <message>
        <source>Write a single SELECT</source>
        <translation>Skriv en enda SELECT</translation>
    </message>
    <message>
        <source>The query has more than one statement</source>
        <translation>Frågan har mer än en sats</translation>
    </message>
    <message>
        <source>The column %1 holds bytes instead of texts or numbers</source>
        <translation>Kolumnen %1 innehåller byte i stället för texter eller tal</translation>
    </message>
    <message>
        <source>Leave it out with a SELECT of the others</source>
        <translation>Utelämna den med en SELECT av de andra</translation>
    </message>
    <message>
        <source>Choose another one</source>
        <translation>Välj en annan</translation>
    </message>
    <message>
        <source>Save the table in UTF-8, or choose its encoding</source>
        <translation>Spara tabellen i UTF-8, eller välj dess kodning</translation>
    </message>
    <message>
        <source>This is not valid UTF-16</source>
        <translation>Detta är inte giltig UTF-16</translation>
    </message>
    <message>
        <source>This is not valid UTF-32</source>
        <translation>Detta är inte giltig UTF-32</translation>
    </message>
    <message>
        <source>The text ends in the middle of a character</source>
        <translation>Texten slutar mitt i ett tecken</translation>
    </message>
    <message>
        <source>The encoding %1 is not known</source>
        <translation>Kodningen %1 är inte känd</translation>
    </message>
    <message>
        <source>This is not valid UTF-8</source>
        <translation>Detta är inte giltig UTF-8</translation>
    </message>
    <message>
        <source>The value has to be skip or refuse</source>
        <translation>Värdet ska vara skip eller refuse</translation>
    </message>
    <message>
        <source>Separator and decimal mark have to be one character</source>
        <translation>Skiljetecken och decimaltecken ska vara ett tecken</translation>
    </message>
    <message>
        <source>The value has to be a whole number</source>
        <translation>Värdet ska vara ett heltal</translation>
    </message>
    <message>
        <source>The value has to be category, drop or impute</source>
        <translation>Värdet ska vara category, drop eller impute</translation>
    </message>
    <message>
        <source>The value has to be a number or a list of numbers</source>
        <translation>Värdet ska vara ett tal eller en lista av tal</translation>
    </message>
    <message>
        <source>The edges have to rise</source>
        <translation>Gränserna ska stiga</translation>
    </message>
    <message>
        <source>A number is too large</source>
        <translation>Ett tal är för stort</translation>
    </message>
    <message>
        <source>The first %1 lines of %2 stand above the table and were passed over</source>
        <translation>De första %1 raderna i %2 står över tabellen och hoppades över</translation>
    </message>
    <message>
        <source>Lines of %1 that begin with %2 were taken for comments</source>
        <translation>Rader i %1 som börjar med %2 togs för kommentarer</translation>
    </message>
    <message>
        <source>Numbers in %1 were read as written like %2</source>
        <translation>Tal i %1 lästes som skrivna som %2</translation>
    </message>
    <message>
        <source>%1 is not UTF-8 and was read as %2</source>
        <translation>%1 är inte UTF-8 och lästes som %2</translation>
    </message>
    <message>
        <source>%1 lines of %2 are no rows and were passed over, the first of them line %3</source>
        <translation>%1 rader i %2 är inga datarader och hoppades över, den första av dem är rad %3</translation>
    </message>
    <message>
        <source>the columns of an association are not equally long</source>
        <translation>kolumnerna i ett samband är inte lika långa</translation>
    </message>
    <message>
        <source>Pass one value per row</source>
        <translation>Ge ett värde per rad</translation>
    </message>
    <message>
        <source>Measuring associations</source>
        <translation>Mäter samband</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <translation>%1 %2 till %3</translation>
    </message>
    <message>
        <source>%1: other values</source>
        <translation>%1: andra värden</translation>
    </message>
    <message>
        <source>%1: missing</source>
        <translation>%1: saknas</translation>
    </message>
    <message>
        <source>Looking for proxies</source>
        <translation>Söker ombud</translation>
    </message>
    <message>
        <source>%1 folds are asked for</source>
        <translation>%1 delar begärs</translation>
    </message>
    <message>
        <source>Choose a number from 2 to 100</source>
        <translation>Välj ett tal från 2 till 100</translation>
    </message>
    <message>
        <source>a column and the classes to be guessed from it are not equally long</source>
        <translation>en kolumn och klasserna som ska gissas ur den är inte lika långa</translation>
    </message>
    <message>
        <source>Pass one class and one fold per row</source>
        <translation>Ge en klass och en del per rad</translation>
    </message>
    <message>
        <source>no class has enough rows to be guessed from others</source>
        <translation>ingen klass har tillräckligt många rader för att gissas ur andra</translation>
    </message>
    <message>
        <source>Preparing columns</source>
        <translation>Förbereder kolumner</translation>
    </message>
    <message>
        <source>every row has the same label</source>
        <translation>alla rader har samma etikett</translation>
    </message>
    <message>
        <source>no column has two values to tell rows apart</source>
        <translation>ingen kolumn har två värden att skilja rader åt med</translation>
    </message>
    <message>
        <source>Searching subgroups</source>
        <translation>Söker delgrupper</translation>
    </message>
    <message>
        <source>Permuting labels</source>
        <translation>Kastar om etiketter</translation>
    </message>
    <message>
        <source>Searching in permuted labels</source>
        <translation>Söker bland omkastade etiketter</translation>
    </message>
    <message>
        <source>a search for subgroups needs one label per row</source>
        <translation>en sökning efter delgrupper behöver en etikett per rad</translation>
    </message>
    <message>
        <source>Pass one label per row</source>
        <translation>Ge en etikett per rad</translation>
    </message>
    <message>
        <source>Column %1 alone tells %2 nearly without error (AUROC %3). If its value is not known before the outcome, give it the role ignored</source>
        <translation>Kolumnen %1 ensam anger %2 nästan utan fel (AUROC %3). Om dess värde inte är känt före utfallet, ge den rollen ignorerad</translation>
    </message>
    <message>
        <source>Whether column %1 has a value tells much about %2: %3 % of the rows with a value are positive, but %4 % of those without. If it is filled in after the outcome, give it the role ignored</source>
        <translation>Om kolumnen %1 har ett värde säger mycket om %2: %3 % av raderna med ett värde är positiva, men %4 % av dem utan. Om den fylls i efter utfallet, ge den rollen ignorerad</translation>
    </message>
    <message>
        <source>Looking for columns that give the target away</source>
        <translation>Söker kolumner som avslöjar målet</translation>
    </message>
    <message>
        <source>The file has no column %1, which the real rows have; rows without it cannot be judged</source>
        <translation>Filen har ingen kolumn %1, som de verkliga raderna har; rader utan den kan inte bedömas</translation>
    </message>
    <message>
        <source>The test rows are a part of the same file: if the tool that generated the imported rows has seen them, the figures look better than they are; open a test file that it has not seen</source>
        <translation>Testraderna är en del av samma fil: om verktyget som genererade de importerade raderna har sett dem ser siffrorna bättre ut än de är; öppna en testfil som det inte har sett</translation>
    </message>
    <message>
        <source>Balanced batches</source>
        <translation>Balanserade satser</translation>
    </message>
    <message>
        <source>Whether the teacher sees groups, labels or both equally often, so that rare ones are learned as well as frequent ones; generated rows keep the shares of the data.</source>
        <translation>Om läraren ser grupper, etiketter eller båda lika ofta, så att sällsynta lärs lika väl som vanliga; genererade rader behåller datas andelar.</translation>
    </message>
    <message>
        <source>Known data sets (--data FILE --recipe NAME; a folder for pictures)</source>
        <translation>Kända datamängder (--data FIL --recipe NAMN; en mapp för bilder)</translation>
    </message>
    <message>
        <source>The CSV file to write; of pictures, the folder</source>
        <translation>CSV-filen som skrivs; för bilder mappen</translation>
    </message>
    <message>
        <source>A table, a folder of pictures or an IDX file of them, or sample:NAME</source>
        <translation>En tabell, en mapp med bilder eller en IDX-fil med bilder, eller sample:NAMN</translation>
    </message>
    <message>
        <source>Edge in pixels that pictures are brought to: 28, 32, 48 or 64</source>
        <translation>Kantlängd i bildpunkter som bilder förs till: 28, 32, 48 eller 64</translation>
    </message>
    <message>
        <source>Labels inside the names of pictures, such as [age]_[gender]_[race]</source>
        <translation>Etiketter i bildernas namn, till exempel [age]_[gender]_[race]</translation>
    </message>
    <message>
        <source>File with the labels of a folder&apos;s pictures, seen from the folder</source>
        <translation>Fil med etiketterna för bilderna i en mapp, sedd från mappen</translation>
    </message>
    <message>
        <source>The size of pictures has to be 28, 32, 48 or 64</source>
        <translation>Bildernas storlek måste vara 28, 32, 48 eller 64</translation>
    </message>
    <message>
        <source>Choose one of these</source>
        <translation>Välj en av dessa</translation>
    </message>
    <message>
        <source>%1 was left out: %2</source>
        <translation>%1 utelämnades: %2</translation>
    </message>
    <message>
        <source>%1 x %2 pixels</source>
        <translation>%1 x %2 bildpunkter</translation>
    </message>
    <message>
        <source>on test rows without the bias that was built into the data</source>
        <translation>på testrader utan skevheten som byggts in i data</translation>
    </message>
    <message>
        <source>Of %1 generated pictures, %2 come nearer to a training picture than 99 % of held-out pictures do; %3 are copies of one</source>
        <translation>Av %1 skapade bilder kommer %2 närmare en träningsbild än 99 % av de undanhållna bilderna gör; %3 är kopior av en</translation>
    </message>
    <message>
        <source>Column %1 holds no pictures</source>
        <translation>Kolumnen %1 innehåller inga bilder</translation>
    </message>
    <message>
        <source>Choose a folder with pictures</source>
        <translation>Välj en mapp med bilder</translation>
    </message>
    <message>
        <source>%1 pictures of %2 were left out, the first of them %3</source>
        <translation>%1 bilder av %2 utelämnades, den första av dem %3</translation>
    </message>
    <message>
        <source>The recipe is for pictures, and this is no folder and no IDX file</source>
        <translation>Receptet är för bilder, och detta är varken en mapp eller en IDX-fil</translation>
    </message>
    <message>
        <source>Name the folder that the pictures are in</source>
        <translation>Ange mappen som bilderna ligger i</translation>
    </message>
    <message>
        <source>The training rows are pictures and this is a table</source>
        <translation>Träningsraderna är bilder och detta är en tabell</translation>
    </message>
    <message>
        <source>Name a folder with pictures to test on</source>
        <translation>Ange en mapp med bilder att testa på</translation>
    </message>
    <message>
        <source>a label of the pictures: not generated unless it is the target or sensitive</source>
        <translation>en etikett på bilderna: skapas inte om den varken är mål eller känslig</translation>
    </message>
    <message>
        <source>%1 values where the list has %2 attributes</source>
        <translation>%1 värden där listan har %2 attribut</translation>
    </message>
    <message>
        <source>The first line announces %1 pictures and %2 lines follow</source>
        <translation>Första raden anger %1 bilder och %2 rader följer</translation>
    </message>
    <message>
        <source>The list may be cut short: get it again, or correct its first line</source>
        <translation>Listan kan vara avklippt: hämta den igen, eller rätta dess första rad</translation>
    </message>
    <message>
        <source>the picture is damaged</source>
        <translation>bilden är skadad</translation>
    </message>
    <message>
        <source>the file is cut short</source>
        <translation>filen är avklippt</translation>
    </message>
    <message>
        <source>This is not an IDX file of bytes</source>
        <translation>Detta är inte en IDX-fil med byte</translation>
    </message>
    <message>
        <source>Choose a file of the MNIST family, such as train-images-idx3-ubyte.gz</source>
        <translation>Välj en fil ur MNIST-familjen, till exempel train-images-idx3-ubyte.gz</translation>
    </message>
    <message>
        <source>The file has %1 values where its header announces %2</source>
        <translation>Filen har %1 värden där dess huvud anger %2</translation>
    </message>
    <message>
        <source>The file is damaged: get it again</source>
        <translation>Filen är skadad: hämta den igen</translation>
    </message>
    <message>
        <source>Write it like [age]_[gender]_[race]: columns in brackets, and between them what the names have there</source>
        <translation>Skriv det som [age]_[gender]_[race]: kolumner inom hakparenteser, och mellan dem det som namnen har där</translation>
    </message>
    <message>
        <source>A bracket in the pattern for file names is not closed</source>
        <translation>En hakparentes i mönstret för filnamn är inte stängd</translation>
    </message>
    <message>
        <source>A field in the pattern for file names has no name</source>
        <translation>Ett fält i mönstret för filnamn har inget namn</translation>
    </message>
    <message>
        <source>Two fields in the pattern for file names have one name</source>
        <translation>Två fält i mönstret för filnamn har samma namn</translation>
    </message>
    <message>
        <source>Nothing stands between two fields in the pattern for file names</source>
        <translation>Ingenting står mellan två fält i mönstret för filnamn</translation>
    </message>
    <message>
        <source>The pattern for file names has no fields</source>
        <translation>Mönstret för filnamn har inga fält</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>filen är tom</translation>
    </message>
    <message>
        <source>the content is not a picture</source>
        <translation>innehållet är ingen bild</translation>
    </message>
    <message>
        <source>%1 x %2 pixels are more than 100 million</source>
        <translation>%1 x %2 bildpunkter är fler än 100 miljoner</translation>
    </message>
    <message>
        <source>its pixels are of a kind that cannot be shown, such as decimal numbers</source>
        <translation>dess bildpunkter är av ett slag som inte kan visas, till exempel decimaltal</translation>
    </message>
    <message>
        <source>There is something at this place already</source>
        <translation>Det finns redan något på den platsen</translation>
    </message>
    <message>
        <source>Name a new folder, or an empty one</source>
        <translation>Ange en ny mapp, eller en tom</translation>
    </message>
    <message>
        <source>The table has no pictures</source>
        <translation>Tabellen har inga bilder</translation>
    </message>
    <message>
        <source>Write it as a CSV file</source>
        <translation>Skriv den som CSV-fil</translation>
    </message>
    <message>
        <source>Writing pictures</source>
        <translation>Skriver bilder</translation>
    </message>
    <message>
        <source>There are no pictures to write</source>
        <translation>Det finns inga bilder att skriva</translation>
    </message>
    <message>
        <source>Choose some</source>
        <translation>Välj några</translation>
    </message>
    <message>
        <source>A sheet of %1 pictures would have more than 100 million pixels</source>
        <translation>Ett ark med %1 bilder skulle ha mer än 100 miljoner bildpunkter</translation>
    </message>
    <message>
        <source>Choose fewer</source>
        <translation>Välj färre</translation>
    </message>
    <message>
        <source>The folder cannot be read</source>
        <translation>Mappen kan inte läsas</translation>
    </message>
    <message>
        <source>its name does not fit the pattern %1</source>
        <translation>dess namn passar inte mönstret %1</translation>
    </message>
    <message>
        <source>No picture&apos;s name fits the pattern %1</source>
        <translation>Ingen bilds namn passar mönstret %1</translation>
    </message>
    <message>
        <source>Correct the pattern: the first picture is called %1</source>
        <translation>Rätta mönstret: den första bilden heter %1</translation>
    </message>
    <message>
        <source>Both %1 and %2 tell about these pictures</source>
        <translation>Både %1 och %2 berättar om dessa bilder</translation>
    </message>
    <message>
        <source>Say which of them has the labels</source>
        <translation>Säg vilken av dem som har etiketterna</translation>
    </message>
    <message>
        <source>No column names pictures that are in the folder</source>
        <translation>Ingen kolumn namnger bilder som finns i mappen</translation>
    </message>
    <message>
        <source>Choose the file that belongs to these pictures, and the folder that they are in</source>
        <translation>Välj filen som hör till dessa bilder, och mappen som de ligger i</translation>
    </message>
    <message>
        <source>%1 names it, and there is no such picture</source>
        <translation>%1 namnger den, och det finns ingen sådan bild</translation>
    </message>
    <message>
        <source>None of the pictures that the file names is in the folder</source>
        <translation>Ingen av bilderna som filen namnger finns i mappen</translation>
    </message>
    <message>
        <source>%1 pictures have no row in %2 and were left out, the first of them %3</source>
        <translation>%1 bilder har ingen rad i %2 och utelämnades, den första av dem %3</translation>
    </message>
    <message>
        <source>There is no file %1 with labels</source>
        <translation>Det finns ingen fil %1 med etiketter</translation>
    </message>
    <message>
        <source>Put it into the folder or beside it, or name the file that has the labels</source>
        <translation>Lägg den i mappen eller bredvid den, eller ange filen som har etiketterna</translation>
    </message>
    <message>
        <source>Nothing tells what the pictures show</source>
        <translation>Ingenting berättar vad bilderna visar</translation>
    </message>
    <message>
        <source>They are called like those of a known data set: choose the recipe %1</source>
        <translation>De heter som bilderna i en känd datamängd: välj receptet %1</translation>
    </message>
    <message>
        <source>Name a file with labels, a pattern for labels inside file names such as [age]_[gender]_[race], or put the pictures into a folder for every class</source>
        <translation>Ange en fil med etiketter, ett mönster för etiketter i filnamn som [age]_[gender]_[race], eller lägg bilderna i en mapp för varje klass</translation>
    </message>
    <message>
        <source>%1 pictures of %2 x %2 pixels take %3 GB of memory, and %4 GB are the most</source>
        <translation>%1 bilder med %2 x %2 bildpunkter tar %3 GB minne, och %4 GB är det mesta</translation>
    </message>
    <message>
        <source>Choose a smaller size: at %1 x %1 pixels they take %2 GB</source>
        <translation>Välj en mindre storlek: vid %1 x %1 bildpunkter tar de %2 GB</translation>
    </message>
    <message>
        <source>Choose fewer pictures</source>
        <translation>Välj färre bilder</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>filen kan inte läsas</translation>
    </message>
    <message>
        <source>None of the %1 pictures can be read</source>
        <translation>Ingen av de %1 bilderna kan läsas</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Välj en annan mapp</translation>
    </message>
    <message>
        <source>This IDX file does not hold pictures</source>
        <translation>Denna IDX-fil innehåller inga bilder</translation>
    </message>
    <message>
        <source>Choose the one that does; it is usually called something like train-images-idx3-ubyte</source>
        <translation>Välj den som gör det; den heter oftast något i stil med train-images-idx3-ubyte</translation>
    </message>
    <message>
        <source>The file has no pictures, or pictures of more than 10,000 pixels an edge</source>
        <translation>Filen har inga bilder, eller bilder med en kant över 10 000 bildpunkter</translation>
    </message>
    <message>
        <source>The file of labels that belongs to these pictures is not beside them</source>
        <translation>Etikettfilen som hör till dessa bilder ligger inte bredvid dem</translation>
    </message>
    <message>
        <source>Put it there: train-images-idx3-ubyte goes with train-labels-idx1-ubyte</source>
        <translation>Lägg den där: train-images-idx3-ubyte hör ihop med train-labels-idx1-ubyte</translation>
    </message>
    <message>
        <source>%1 labels for %2 pictures</source>
        <translation>%1 etiketter för %2 bilder</translation>
    </message>
    <message>
        <source>Choose the two files that belong together</source>
        <translation>Välj de två filerna som hör ihop</translation>
    </message>
    <message>
        <source>Looking for pictures in %1</source>
        <translation>Letar efter bilder i %1</translation>
    </message>
    <message>
        <source>Only the digits of an IDX file can be coloured</source>
        <translation>Bara siffrorna i en IDX-fil kan färgas</translation>
    </message>
    <message>
        <source>Choose another recipe, or none</source>
        <translation>Välj ett annat recept, eller inget</translation>
    </message>
    <message>
        <source>The folder holds several IDX files of pictures</source>
        <translation>Mappen innehåller flera IDX-filer med bilder</translation>
    </message>
    <message>
        <source>Open one of them, such as %1</source>
        <translation>Öppna en av dem, till exempel %1</translation>
    </message>
    <message>
        <source>The folder holds no pictures</source>
        <translation>Mappen innehåller inga bilder</translation>
    </message>
    <message>
        <source>Choose a folder with JPEG, PNG, GIF, BMP, TIFF or WebP files in it or in its folders</source>
        <translation>Välj en mapp med JPEG-, PNG-, GIF-, BMP-, TIFF- eller WebP-filer i den eller i dess mappar</translation>
    </message>
    <message>
        <source>%1 is a feature beside the pictures, and an image set has no other</source>
        <translation>%1 är ett särdrag vid sidan av bilderna, och en bildmängd har inget annat</translation>
    </message>
    <message>
        <source>Give it the role ignored</source>
        <translation>Ge den rollen ignorerad</translation>
    </message>
    <message>
        <source>The value has to be number, integer, category, ordered, date, identifier, text or picture</source>
        <translation>Värdet måste vara number, integer, category, ordered, date, identifier, text eller picture</translation>
    </message>
    <message>
        <source>The strength of colouring has to lie between 1/3 and 1</source>
        <translation>Färgningens styrka måste ligga mellan 1/3 och 1</translation>
    </message>
    <message>
        <source>Shapes: pictures of circles and squares, most of them in the usual colour</source>
        <translation>Former: bilder av cirklar och kvadrater, de flesta i den vanliga färgen</translation>
    </message>
    <message>
        <source>Circles are orange in 9 of 10 pictures and squares blue, so that whoever learns from the pictures learns the colour. A second picture of each shows it in a colour that tells nothing</source>
        <translation>Cirklar är orange i 9 av 10 bilder och kvadrater blå, så att den som lär sig av bilderna lär sig färgen. En andra bild av varje visar den i en färg som inte säger något</translation>
    </message>
    <message>
        <source>Choose “xgboost”, “logistic” or “cnn”</source>
        <translation>Välj ”xgboost”, ”logistic” eller ”cnn”</translation>
    </message>
    <message>
        <source>Pictures of %1 x %2 pixels cannot be judged beside real ones of %3 x %4</source>
        <translation>Bilder med %1 x %2 bildpunkter kan inte bedömas bredvid verkliga med %3 x %4</translation>
    </message>
    <message>
        <source>Open both with the same picture size</source>
        <translation>Öppna båda med samma bildstorlek</translation>
    </message>
    <message>
        <source>The data have no pictures to compare</source>
        <translation>Data har inga bilder att jämföra</translation>
    </message>
    <message>
        <source>Open an image set</source>
        <translation>Öppna en bildmängd</translation>
    </message>
    <message>
        <source>Pictures of %1 x %2 pixels cannot be learned</source>
        <translation>Bilder med %1 x %2 bildpunkter kan inte läras</translation>
    </message>
    <message>
        <source>Read them at 28, 32, 48 or 64 pixels</source>
        <translation>Läs dem med 28, 32, 48 eller 64 bildpunkter</translation>
    </message>
    <message>
        <source>The model was trained on pictures of %1 x %1 pixels</source>
        <translation>Modellen tränades på bilder med %1 x %1 bildpunkter</translation>
    </message>
    <message>
        <source>Read the pictures at that size</source>
        <translation>Läs bilderna i den storleken</translation>
    </message>
    <message>
        <source>On test rows without the bias that was built into the data, its demographic parity ratio is %1 and its accuracy %2; trained on the real rows they are %3 and %4</source>
        <translation>På testrader utan skevheten som byggts in i data är dess kvot för demografisk paritet %1 och dess träffsäkerhet %2; tränad på de verkliga raderna är de %3 och %4</translation>
    </message>
    <message>
        <source>On test rows without the bias that was built into the data, its demographic parity ratio is %1 and its accuracy %2</source>
        <translation>På testrader utan skevheten som byggts in i data är dess kvot för demografisk paritet %1 och dess träffsäkerhet %2</translation>
    </message>
    <message>
        <source>Of the generated pictures, %1 come nearer to a training picture than 99 % of held-out pictures do; %2 are copies of one</source>
        <translation>Av de skapade bilderna kommer %1 närmare en träningsbild än 99 % av de undanhållna bilderna gör; %2 är kopior av en</translation>
    </message>
    <message>
        <source>Copies of training pictures</source>
        <translation>Kopior av träningsbilder</translation>
    </message>
    <message>
        <source>convolutional network</source>
        <translation>faltningsnät</translation>
    </message>
    <message>
        <source>Trained on the source&apos;s rows, tested on held-out real rows without the built-in bias, %1</source>
        <translation>Tränad på källans rader, testad på undanhållna verkliga rader utan den inbyggda skevheten, %1</translation>
    </message>
    <message>
        <source>Median distance to the nearest training picture</source>
        <translation>Medianavstånd till närmaste träningsbild</translation>
    </message>
    <message>
        <source>of held-out pictures</source>
        <translation>för undanhållna bilder</translation>
    </message>
    <message>
        <source>Nearer than 99 % of held-out pictures</source>
        <translation>Närmare än 99 % av de undanhållna bilderna</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopior</translation>
    </message>
    <message>
        <source>among held-out pictures</source>
        <translation>bland undanhållna bilder</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Evaluating synthetic rows: classifiers</source>
        <translation>Utvärderar syntetiska rader: klassificerare</translation>
    </message>
    <message>
        <source>The real rows are pictures and this is a table</source>
        <translation>De verkliga raderna är bilder och detta är en tabell</translation>
    </message>
    <message>
        <source>Name a folder with generated pictures</source>
        <translation>Ange en mapp med skapade bilder</translation>
    </message>
    <message>
        <source>The model makes rows of a table, not pictures</source>
        <translation>Modellen gör rader i en tabell, inte bilder</translation>
    </message>
    <message>
        <source>Take a model that was trained on pictures</source>
        <translation>Ta en modell som tränats på bilder</translation>
    </message>
    <message>
        <source>Looking for latents with the label</source>
        <translation>Letar efter latenter med etiketten</translation>
    </message>
    <message>
        <source>Hardly any latent has this label</source>
        <translation>Nästan ingen latent har den etiketten</translation>
    </message>
    <message>
        <source>Choose another label, or fewer pictures</source>
        <translation>Välj en annan etikett, eller färre bilder</translation>
    </message>
    <message>
        <source>original</source>
        <translation>original</translation>
    </message>
    <message>
        <source>reconstruction</source>
        <translation>rekonstruktion</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>som %1</translation>
    </message>
    <message>
        <source>Kind of data</source>
        <translation>Slag av data</translation>
    </message>
    <message>
        <source>Whose defaults and presets hold: those of tables or those of pictures; follows the data.</source>
        <translation>Vilkas standardvärden och förval som gäller: tabellers eller bilders; följer data.</translation>
    </message>
    <message>
        <source>Fairness smoothing</source>
        <translation>Utjämning för rättvisa</translation>
    </message>
    <message>
        <source>How much variance the fairness term adds to every latent before it compares groups, so that it sees rows whose latents lie apart, as those of pictures do; 0 compares them as they are, and beta&apos;s scale depends on it.</source>
        <translation>Hur mycket varians rättvisetermen lägger till varje latent innan den jämför grupper, så att den ser rader vars latenter ligger långt isär, som bilders gör; 0 jämför dem som de är, och betas skala beror på det.</translation>
    </message>
    <message>
        <source>Mirrored pictures</source>
        <translation>Speglade bilder</translation>
    </message>
    <message>
        <source>Show every other picture left to right while the teacher trains: right for faces, wrong for digits.</source>
        <translation>Visa varannan bild spegelvänd medan läraren tränar: rätt för ansikten, fel för siffror.</translation>
    </message>
    <message>
        <source>Generated rows, with a header line; of pictures, the folder</source>
        <translation>Skapade rader, med rubrikrad; för bilder, mappen</translation>
    </message>
    <message>
        <source>%1 of %2 limits kept</source>
        <translation>%1 av %2 gränser hållna</translation>
    </message>
    <message>
        <source>Leave the membership-inference attack out</source>
        <translation>Utelämna medlemskapsattacken</translation>
    </message>
    <message>
        <source>Also write an HTML report to this file</source>
        <translation>Skriv också en HTML-rapport till denna fil</translation>
    </message>
    <message>
        <source>The report has no loss curves. %1</source>
        <translation>Rapporten har inga förlustkurvor. %1</translation>
    </message>
    <message>
        <source>PDF: %1</source>
        <translation>PDF: %1</translation>
    </message>
    <message>
        <source>audit: %1</source>
        <translation>granskning: %1</translation>
    </message>
    <message>
        <source>Write the report of a finished run again, in another language, as a PDF or with limits</source>
        <translation>Skriv rapporten av en färdig körning på nytt, på ett annat språk, som PDF eller med gränser</translation>
    </message>
    <message>
        <source>The folder of a run</source>
        <translation>Mappen för en körning</translation>
    </message>
    <message>
        <source>Also write report.pdf</source>
        <translation>Skriv också report.pdf</translation>
    </message>
    <message>
        <source>Language of the report: en or sv</source>
        <translation>Rapportens språk: en eller sv</translation>
    </message>
    <message>
        <source>training with other seeds</source>
        <translation>tränar med andra frön</translation>
    </message>
    <message>
        <source>A JSON file of limits; if one of them is not kept, the exit status is 4</source>
        <translation>En JSON-fil med gränser; om någon av dem inte hålls blir slutstatus 4</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>gräns</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>hållen</translation>
    </message>
    <message>
        <source>because</source>
        <translation>eftersom</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nej</translation>
    </message>
    <message>
        <source>There are no texts in the language “%1”</source>
        <translation>Det finns inga texter på språket ”%1”</translation>
    </message>
    <message>
        <source>Choose en or sv</source>
        <translation>Välj en eller sv</translation>
    </message>
    <message>
        <source>the figure is undefined for one of the seeds</source>
        <translation>talet är odefinierat för ett av fröna</translation>
    </message>
    <message>
        <source>labels, groups and decisions of a bootstrap do not belong together</source>
        <translation>en bootstraps etiketter, grupper och beslut hör inte ihop</translation>
    </message>
    <message>
        <source>one of the two figures is undefined</source>
        <translation>det ena av de två talen är odefinierat</translation>
    </message>
    <message>
        <source>no column was shuffled</source>
        <translation>ingen kolumn kastades om</translation>
    </message>
    <message>
        <source>the classifier “%1” gives no SHAP values</source>
        <translation>klassificeraren ”%1” ger inga SHAP-värden</translation>
    </message>
    <message>
        <source>no column changes what the classifier says</source>
        <translation>ingen kolumn ändrar vad klassificeraren säger</translation>
    </message>
    <message>
        <source>decisions alone were given, no probabilities</source>
        <translation>bara beslut angavs, inga sannolikheter</translation>
    </message>
    <message>
        <source>no row of group “%1” has the positive label, so its false-negative rate is undefined</source>
        <translation>ingen rad i gruppen ”%1” har den positiva etiketten, så dess andel falska negativa är odefinierad</translation>
    </message>
    <message>
        <source>both rates are 0, so their ratio is 0/0</source>
        <translation>båda andelarna är 0, så deras kvot är 0/0</translation>
    </message>
    <message>
        <source>one of the rates is 0, so the logarithm of their ratio is infinite</source>
        <translation>en av andelarna är 0, så logaritmen av deras kvot är oändlig</translation>
    </message>
    <message>
        <source>there are no real rows</source>
        <translation>det finns inga verkliga rader</translation>
    </message>
    <message>
        <source>there are no generated rows</source>
        <translation>det finns inga skapade rader</translation>
    </message>
    <message>
        <source>there are fewer than two rows to attack</source>
        <translation>det finns färre än två rader att angripa</translation>
    </message>
    <message>
        <source>%1 rows are too few to judge how near generated rows come to real ones</source>
        <translation>%1 rader är för få för att bedöma hur nära skapade rader kommer verkliga</translation>
    </message>
    <message>
        <source>Use at least three training, holdout and generated rows</source>
        <translation>Använd minst tre träningsrader, tre undanhållna och tre skapade rader</translation>
    </message>
    <message>
        <source>%1 rows with all columns and %2 without some of them do not belong together</source>
        <translation>%1 rader med alla kolumner och %2 utan några av dem hör inte ihop</translation>
    </message>
    <message>
        <source>Prepare both from the same table</source>
        <translation>Förbered båda från samma tabell</translation>
    </message>
    <message>
        <source>the rows to compare have other columns than the training rows</source>
        <translation>raderna att jämföra har andra kolumner än träningsraderna</translation>
    </message>
    <message>
        <source>Prepare all tables in the same way</source>
        <translation>Förbered alla tabeller på samma sätt</translation>
    </message>
    <message>
        <source>it is not known which training rows the generated ones derive from</source>
        <translation>det är inte känt vilka träningsrader de skapade raderna härrör från</translation>
    </message>
    <message>
        <source>%1 source rows for %2 generated ones</source>
        <translation>%1 källrader för %2 skapade rader</translation>
    </message>
    <message>
        <source>Pass one per generated row</source>
        <translation>Ange en per skapad rad</translation>
    </message>
    <message>
        <source>A generated row derives from training row %1, but there are only %2</source>
        <translation>En skapad rad härrör från träningsrad %1, men det finns bara %2</translation>
    </message>
    <message>
        <source>Pass numbers of the training rows</source>
        <translation>Ange träningsradernas nummer</translation>
    </message>
    <message>
        <source>no rows are to be looked at</source>
        <translation>inga rader ska granskas</translation>
    </message>
    <message>
        <source>Look at one row or more</source>
        <translation>Granska en rad eller fler</translation>
    </message>
    <message>
        <source>the attack was not asked for</source>
        <translation>attacken begärdes inte</translation>
    </message>
    <message>
        <source>there are more synthetic than real rows, and the published form takes the number of one for that of the other</source>
        <translation>det finns fler syntetiska än verkliga rader, och den publicerade formen tar de enas antal för de andras</translation>
    </message>
    <message>
        <source>%1 real and %2 synthetic rows are too few to compare what they cover</source>
        <translation>%1 verkliga och %2 syntetiska rader är för få för att jämföra vad de täcker</translation>
    </message>
    <message>
        <source>Use at least two rows of each</source>
        <translation>Använd minst två rader av vardera slaget</translation>
    </message>
    <message>
        <source>%1 rows a side are too few for a classifier two-sample test: it needs %2</source>
        <translation>%1 rader per sida är för få för ett tvåstickprovstest med klassificerare: det behöver %2</translation>
    </message>
    <message>
        <source>Of the generated rows %1 repeat a training row in every column; of real held-out rows, which are no copies, %2 do</source>
        <translation>Av de skapade raderna upprepar %1 en träningsrad i varje kolumn; av verkliga undanhållna rader, som inte är kopior, gör %2 det</translation>
    </message>
    <message>
        <source>Somebody who has the generated rows can tell to some degree whether a person was among the training rows: the attack that was tried has an advantage of %1 (%2), where 0 is guessing and 1 is certainty</source>
        <translation>Den som har de skapade raderna kan i viss mån avgöra om en person fanns bland träningsraderna: attacken som prövades har en fördel på %1 (%2), där 0 är gissning och 1 är visshet</translation>
    </message>
    <message>
        <source>The attack that was tried does no better than guessing at telling whether a person was among the training rows: its advantage is %1 (%2), where 0 is guessing; a better attack may do better</source>
        <translation>Attacken som prövades är inte bättre än gissning på att avgöra om en person fanns bland träningsraderna: dess fördel är %1 (%2), där 0 är gissning; en bättre attack kan lyckas bättre</translation>
    </message>
    <message>
        <source>All limits are met (%1 of %1)</source>
        <translation>Alla gränser är uppfyllda (%1 av %1)</translation>
    </message>
    <message>
        <source>All limits of the policy &quot;%2&quot; are met (%1 of %1)</source>
        <translation>Alla gränser i policyn ”%2” är uppfyllda (%1 av %1)</translation>
    </message>
    <message>
        <source>%1 of %2 limits are met; not met: %3</source>
        <translation>%1 av %2 gränser är uppfyllda; inte uppfyllda: %3</translation>
    </message>
    <message>
        <source>%1 of %2 limits of the policy &quot;%4&quot; are met; not met: %3</source>
        <translation>%1 av %2 gränser i policyn ”%4” är uppfyllda; inte uppfyllda: %3</translation>
    </message>
    <message>
        <source>The sensitive attribute has %1 of all columns&apos; influence on what that classifier decides, and %2 if it is trained on the real rows</source>
        <translation>Det känsliga attributet står för %1 av alla kolumners inflytande på vad den klassificeraren beslutar, och för %2 om den tränas på de verkliga raderna</translation>
    </message>
    <message>
        <source>For %1 of the people it would decide otherwise if they had another group&apos;s value and all else were the same; trained on the real rows, for %2</source>
        <translation>För %1 av personerna skulle den besluta annorlunda om de hade en annan grupps värde och allt annat vore lika; tränad på de verkliga raderna, för %2</translation>
    </message>
    <message>
        <source>A classifier trained on the imported rows selects the group &quot;%1&quot; at %2 of the rate of &quot;%3&quot;, measured on held-out real rows; trained on the real rows, the least selected group stands at %4</source>
        <translation>En klassificerare tränad på de importerade raderna väljer gruppen ”%1” med %2 av andelen för ”%3”, mätt på undanhållna verkliga rader; tränad på de verkliga raderna ligger den minst valda gruppen på %4</translation>
    </message>
    <message>
        <source>Over %1 trainings that differ in their seed alone, the ratio is %2 on average, with a standard deviation of %3</source>
        <translation>Över %1 träningar som bara skiljer sig i sitt frö är kvoten i medeltal %2, med en standardavvikelse på %3</translation>
    </message>
    <message>
        <source>Made by Fairloom %1 on %2.</source>
        <translation>Skapad av Fairloom %1 den %2.</translation>
    </message>
    <message>
        <source>Data: %1. Sensitive: %2. Target: %3, favourable value &quot;%4&quot;. %5 training pictures, %6 held-out pictures.</source>
        <translation>Data: %1. Känslig: %2. Mål: %3, gynnsamt värde ”%4”. %5 träningsbilder, %6 undanhållna bilder.</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Innehåll</translation>
    </message>
    <message>
        <source>How often the least selected group is selected, as a share of how often the most selected group is. 1 means all groups are selected equally often</source>
        <translation>Hur ofta den minst valda gruppen väljs, som andel av hur ofta den mest valda gruppen väljs. 1 betyder att alla grupper väljs lika ofta</translation>
    </message>
    <message>
        <source>smallest selection rate of a group / largest selection rate of a group</source>
        <translation>en grupps minsta urvalsandel / en grupps största urvalsandel</translation>
    </message>
    <message>
        <source>It does not ask who deserves to be selected. A ratio of the smallest to the largest can only be 1 or less, so it is biased downwards where groups are alike, more so the smaller and the more groups there are: it errs on the side of caution, and its interval with it. Log-ratios to a reference group do not have this bias</source>
        <translation>Den frågar inte vem som förtjänar att väljas. En kvot mellan den minsta och den största kan bara vara högst 1, så den är skev nedåt där grupperna är lika, mer ju mindre och ju fler grupperna är: den felar åt det försiktiga hållet, och dess intervall likaså. Logkvoter mot en referensgrupp har inte denna skevhet</translation>
    </message>
    <message>
        <source>Whether people who have the favourable label, and people who have not, are selected equally often in all groups: the worse of the two ratios. 1 means equal</source>
        <translation>Om personer som har den gynnsamma etiketten, och personer som inte har den, väljs lika ofta i alla grupper: den sämre av de två kvoterna. 1 betyder lika</translation>
    </message>
    <message>
        <source>the smaller of: smallest TPR / largest TPR, smallest FPR / largest FPR</source>
        <translation>den minsta av: minsta TPR / största TPR, minsta FPR / största FPR</translation>
    </message>
    <message>
        <source>False positive rates are often small, and then a few rows decide the ratio. It takes the labels in the data as true. Where base rates differ, it and DPR cannot both be 1 unless decisions are useless or perfect. Like DPR it is biased downwards where groups are alike, and so errs on the side of caution</source>
        <translation>Andelen falska positiva är ofta liten, och då avgör några få rader kvoten. Måttet tar etiketterna i data för sanna. Där basandelarna skiljer sig kan inte både det och DPR vara 1, om inte besluten är oanvändbara eller fullkomliga. Liksom DPR är det skevt nedåt där grupperna är lika, och felar alltså åt det försiktiga hållet</translation>
    </message>
    <message>
        <source>Demographic parity difference (DPD)</source>
        <translation>Demografisk paritetsskillnad (DPD)</translation>
    </message>
    <message>
        <source>By how much the selection rates of the most and the least selected group differ. 0 means equal</source>
        <translation>Hur mycket urvalsandelarna skiljer sig mellan den mest och den minst valda gruppen. 0 betyder lika</translation>
    </message>
    <message>
        <source>largest selection rate of a group - smallest selection rate of a group</source>
        <translation>en grupps största urvalsandel - en grupps minsta urvalsandel</translation>
    </message>
    <message>
        <source>The same difference is much where few are selected and little where many are. It can only be 0 or more, so by chance alone it is above 0 where groups are alike</source>
        <translation>Samma skillnad är stor där få väljs och liten där många väljs. Den kan bara vara 0 eller mer, så enbart av slump ligger den över 0 där grupperna är lika</translation>
    </message>
    <message>
        <source>Equalized odds difference (EOD)</source>
        <translation>Skillnad i utjämnade odds (EOD)</translation>
    </message>
    <message>
        <source>By how much groups differ in true or false positive rate, whichever is more. 0 means equal</source>
        <translation>Hur mycket grupperna skiljer sig i andelen sanna eller falska positiva, beroende på vilket som är mest. 0 betyder lika</translation>
    </message>
    <message>
        <source>the larger of: largest TPR - smallest TPR, largest FPR - smallest FPR</source>
        <translation>den största av: största TPR - minsta TPR, största FPR - minsta FPR</translation>
    </message>
    <message>
        <source>It takes the labels in the data as true. By chance alone it is above 0 where groups are alike</source>
        <translation>Måttet tar etiketterna i data för sanna. Enbart av slump ligger det över 0 där grupperna är lika</translation>
    </message>
    <message>
        <source>Equal opportunity ratio</source>
        <translation>Kvot för lika möjligheter</translation>
    </message>
    <message>
        <source>Of the people who have the favourable label, how many are selected in the group where fewest are, as a share of the group where most are. 1 means equal</source>
        <translation>Hur många av personerna som har den gynnsamma etiketten som väljs i gruppen där färst väljs, som andel av gruppen där flest väljs. 1 betyder lika</translation>
    </message>
    <message>
        <source>smallest TPR / largest TPR</source>
        <translation>minsta TPR / största TPR</translation>
    </message>
    <message>
        <source>It does not look at people without the favourable label. Biased downwards where groups are alike, as DPR is: it errs on the side of caution</source>
        <translation>Måttet ser inte till personer utan den gynnsamma etiketten. Skevt nedåt där grupperna är lika, som DPR är: det felar åt det försiktiga hållet</translation>
    </message>
    <message>
        <source>Equal opportunity difference</source>
        <translation>Skillnad i lika möjligheter</translation>
    </message>
    <message>
        <source>By how much the groups&apos; true positive rates differ. 0 means equal</source>
        <translation>Hur mycket gruppernas andelar sanna positiva skiljer sig. 0 betyder lika</translation>
    </message>
    <message>
        <source>largest TPR - smallest TPR</source>
        <translation>största TPR - minsta TPR</translation>
    </message>
    <message>
        <source>It does not look at people without the favourable label. By chance alone it is above 0 where groups are alike</source>
        <translation>Måttet ser inte till personer utan den gynnsamma etiketten. Enbart av slump ligger det över 0 där grupperna är lika</translation>
    </message>
    <message>
        <source>Four-fifths rule (80 % rule)</source>
        <translation>Fyrafemtedelsregeln (80 %-regeln)</translation>
    </message>
    <message>
        <source>A rule of thumb of US authorities: a group&apos;s selection rate under four fifths of the highest group&apos;s is taken as evidence of adverse impact. Met: DPR is 0.8 or more, and so is its whole interval. Missed: both are less. Not settled: 0.8 lies inside the interval</source>
        <translation>En tumregel hos amerikanska myndigheter: om en grupps urvalsandel är under fyra femtedelar av den högsta gruppens tas det som tecken på missgynnande verkan. Uppfylld: DPR är 0,8 eller mer, och hela dess intervall likaså. Inte uppfylld: båda är mindre. Inte avgjord: 0,8 ligger inom intervallet</translation>
    </message>
    <message>
        <source>DPR held against 0.8</source>
        <translation>DPR jämförd med 0,8</translation>
    </message>
    <message>
        <source>It is a reason to look closer, not a proof of discrimination or of its absence, and not the law everywhere</source>
        <translation>Den är ett skäl att titta närmare, inte ett bevis på diskriminering eller på att den saknas, och inte lag överallt</translation>
    </message>
    <message>
        <source>As the fairlearn package has it</source>
        <translation>Enligt paketet fairlearn</translation>
    </message>
    <message>
        <source>What that package gives for the same decisions, for comparison</source>
        <translation>Vad det paketet ger för samma beslut, till jämförelse</translation>
    </message>
    <message>
        <source>It counts a rate with a denominator of 0 as 0 where this report calls the figure undefined</source>
        <translation>Det räknar en andel med nämnaren 0 som 0 där denna rapport kallar talet odefinierat</translation>
    </message>
    <message>
        <source>Share of a group&apos;s rows that have the favourable label in the data</source>
        <translation>Andel av en grupps rader som har den gynnsamma etiketten i data</translation>
    </message>
    <message>
        <source>rows with the favourable label / rows</source>
        <translation>rader med den gynnsamma etiketten / rader</translation>
    </message>
    <message>
        <source>What the data say may itself be the result of unequal treatment</source>
        <translation>Vad data säger kan i sig vara följden av ojämlik behandling</translation>
    </message>
    <message>
        <source>Share of a group&apos;s rows for which the classifier decides the favourable label</source>
        <translation>Andel av en grupps rader för vilka klassificeraren beslutar den gynnsamma etiketten</translation>
    </message>
    <message>
        <source>(TP + FP) / rows</source>
        <translation>(TP + FP) / rader</translation>
    </message>
    <message>
        <source>It depends on the threshold</source>
        <translation>Den beror på tröskeln</translation>
    </message>
    <message>
        <source>True positive rate (TPR)</source>
        <translation>Andel sanna positiva (TPR)</translation>
    </message>
    <message>
        <source>Of the rows that have the favourable label, the share that is selected; the same as recall</source>
        <translation>Av raderna som har den gynnsamma etiketten, andelen som väljs; detsamma som återkallning</translation>
    </message>
    <message>
        <source>Undefined in a group in which no row has the favourable label</source>
        <translation>Odefinierad i en grupp där ingen rad har den gynnsamma etiketten</translation>
    </message>
    <message>
        <source>False positive rate (FPR)</source>
        <translation>Andel falska positiva (FPR)</translation>
    </message>
    <message>
        <source>Of the rows that do not have the favourable label, the share that is selected all the same</source>
        <translation>Av raderna som inte har den gynnsamma etiketten, andelen som ändå väljs</translation>
    </message>
    <message>
        <source>Undefined in a group in which all rows have the favourable label</source>
        <translation>Odefinierad i en grupp där alla rader har den gynnsamma etiketten</translation>
    </message>
    <message>
        <source>False negative rate (FNR)</source>
        <translation>Andel falska negativa (FNR)</translation>
    </message>
    <message>
        <source>Of the rows that have the favourable label, the share that is passed over</source>
        <translation>Av raderna som har den gynnsamma etiketten, andelen som förbigås</translation>
    </message>
    <message>
        <source>1 less the true positive rate</source>
        <translation>1 minus andelen sanna positiva</translation>
    </message>
    <message>
        <source>Calibration in the large</source>
        <translation>Kalibrering i stort</translation>
    </message>
    <message>
        <source>Whether the probabilities come true on average. 0 is right; above 0 the classifier promises a group more than comes true, below 0 less</source>
        <translation>Om sannolikheterna slår in i medeltal. 0 är rätt; över 0 lovar klassificeraren en grupp mer än vad som slår in, under 0 mindre</translation>
    </message>
    <message>
        <source>mean probability of the favourable label - base rate</source>
        <translation>medelsannolikhet för den gynnsamma etiketten - basandel</translation>
    </message>
    <message>
        <source>Errors in opposite directions cancel out</source>
        <translation>Fel i motsatta riktningar tar ut varandra</translation>
    </message>
    <message>
        <source>Expected calibration error</source>
        <translation>Förväntat kalibreringsfel</translation>
    </message>
    <message>
        <source>By how much the probabilities miss what comes true, among rows of similar probability. 0 is best</source>
        <translation>Hur mycket sannolikheterna avviker från vad som slår in, bland rader med liknande sannolikhet. 0 är bäst</translation>
    </message>
    <message>
        <source>mean over rows of |mean probability - base rate| of the tenth of the probability range they are in</source>
        <translation>medel över rader av |medelsannolikhet - basandel| för den tiondel av sannolikhetsskalan som de ligger i</translation>
    </message>
    <message>
        <source>Biased upwards in small groups: chance alone moves it away from 0</source>
        <translation>Skevt uppåt i små grupper: enbart slumpen för det bort från 0</translation>
    </message>
    <message>
        <source>Selection rate less the reference group&apos;s</source>
        <translation>Urvalsandel minus referensgruppens</translation>
    </message>
    <message>
        <source>By how much a group is selected more (above 0) or less often than the reference group</source>
        <translation>Hur mycket oftare (över 0) eller mer sällan en grupp väljs än referensgruppen</translation>
    </message>
    <message>
        <source>selection rate - selection rate of the reference group</source>
        <translation>urvalsandel - referensgruppens urvalsandel</translation>
    </message>
    <message>
        <source>Each group has an interval of its own: among many groups some will look different by chance</source>
        <translation>Varje grupp har ett eget intervall: bland många grupper ser några annorlunda ut av slump</translation>
    </message>
    <message>
        <source>Selection rate by the reference group&apos;s</source>
        <translation>Urvalsandel delad med referensgruppens</translation>
    </message>
    <message>
        <source>How often a group is selected for each time that the reference group is. 1 means equally often. Computed as a logarithm, shown as a ratio</source>
        <translation>Hur ofta en grupp väljs för varje gång referensgruppen väljs. 1 betyder lika ofta. Beräknas som logaritm, visas som kvot</translation>
    </message>
    <message>
        <source>exp(log ratio), log ratio = log(selection rate / selection rate of the reference group)</source>
        <translation>exp(logkvot), logkvot = log(urvalsandel / referensgruppens urvalsandel)</translation>
    </message>
    <message>
        <source>Not biased where groups are alike, unlike a ratio of the smallest to the largest; but it can go either way, so look at both sides of 1</source>
        <translation>Inte skev där grupperna är lika, till skillnad från en kvot mellan den minsta och den största; men den kan gå åt båda hållen, så se på båda sidor om 1</translation>
    </message>
    <message>
        <source>TPR less the reference group&apos;s</source>
        <translation>TPR minus referensgruppens</translation>
    </message>
    <message>
        <source>By how much a group&apos;s true positive rate is above or below the reference group&apos;s</source>
        <translation>Hur mycket en grupps andel sanna positiva ligger över eller under referensgruppens</translation>
    </message>
    <message>
        <source>TPR - TPR of the reference group</source>
        <translation>TPR - referensgruppens TPR</translation>
    </message>
    <message>
        <source>TPR by the reference group&apos;s</source>
        <translation>TPR delad med referensgruppens</translation>
    </message>
    <message>
        <source>A group&apos;s true positive rate as a multiple of the reference group&apos;s. 1 means equal</source>
        <translation>En grupps andel sanna positiva som multipel av referensgruppens. 1 betyder lika</translation>
    </message>
    <message>
        <source>exp(log ratio), log ratio = log(TPR / TPR of the reference group)</source>
        <translation>exp(logkvot), logkvot = log(TPR / referensgruppens TPR)</translation>
    </message>
    <message>
        <source>Not biased where groups are alike</source>
        <translation>Inte skev där grupperna är lika</translation>
    </message>
    <message>
        <source>FPR less the reference group&apos;s</source>
        <translation>FPR minus referensgruppens</translation>
    </message>
    <message>
        <source>By how much a group&apos;s false positive rate is above or below the reference group&apos;s</source>
        <translation>Hur mycket en grupps andel falska positiva ligger över eller under referensgruppens</translation>
    </message>
    <message>
        <source>FPR - FPR of the reference group</source>
        <translation>FPR - referensgruppens FPR</translation>
    </message>
    <message>
        <source>FPR by the reference group&apos;s</source>
        <translation>FPR delad med referensgruppens</translation>
    </message>
    <message>
        <source>A group&apos;s false positive rate as a multiple of the reference group&apos;s. 1 means equal</source>
        <translation>En grupps andel falska positiva som multipel av referensgruppens. 1 betyder lika</translation>
    </message>
    <message>
        <source>exp(log ratio), log ratio = log(FPR / FPR of the reference group)</source>
        <translation>exp(logkvot), logkvot = log(FPR / referensgruppens FPR)</translation>
    </message>
    <message>
        <source>Not biased where groups are alike; unsure where false positives are few</source>
        <translation>Inte skev där grupperna är lika; osäker där falska positiva är få</translation>
    </message>
    <message>
        <source>Share of decisions that agree with the label</source>
        <translation>Andel beslut som stämmer med etiketten</translation>
    </message>
    <message>
        <source>(TP + TN) / rows</source>
        <translation>(TP + TN) / rader</translation>
    </message>
    <message>
        <source>Read it beside the accuracy of always giving the more frequent label</source>
        <translation>Läs den bredvid noggrannheten av att alltid ge den vanligaste etiketten</translation>
    </message>
    <message>
        <source>Of the selected rows, the share that has the favourable label</source>
        <translation>Av de valda raderna, andelen som har den gynnsamma etiketten</translation>
    </message>
    <message>
        <source>Undefined where nobody is selected</source>
        <translation>Odefinierad där ingen väljs</translation>
    </message>
    <message>
        <source>Of the rows that have the favourable label, the share that is selected</source>
        <translation>Av raderna som har den gynnsamma etiketten, andelen som väljs</translation>
    </message>
    <message>
        <source>Precision and recall in one figure, nearer to the lower of the two. 1 is best</source>
        <translation>Precision och återkallning i ett tal, närmare det lägre av de två. 1 är bäst</translation>
    </message>
    <message>
        <source>2 precision * recall / (precision + recall)</source>
        <translation>2 precision * återkallning / (precision + återkallning)</translation>
    </message>
    <message>
        <source>It does not look at rows rightly passed over</source>
        <translation>Det ser inte till rader som med rätta förbigås</translation>
    </message>
    <message>
        <source>Area under the ROC curve (AUROC)</source>
        <translation>Ytan under ROC-kurvan (AUROC)</translation>
    </message>
    <message>
        <source>How often the classifier gives a row with the favourable label a higher probability than one without. 0.5 is guessing, 1 is always</source>
        <translation>Hur ofta klassificeraren ger en rad med den gynnsamma etiketten en högre sannolikhet än en utan. 0,5 är gissning, 1 är alltid</translation>
    </message>
    <message>
        <source>It does not depend on the threshold, and so says nothing about the decisions that are made at it</source>
        <translation>Den beror inte på tröskeln, och säger därför inget om besluten som fattas vid den</translation>
    </message>
    <message>
        <source>Always the more frequent label</source>
        <translation>Alltid den vanligaste etiketten</translation>
    </message>
    <message>
        <source>The accuracy of giving every row the more frequent label, which needs no classifier at all</source>
        <translation>Noggrannheten av att ge varje rad den vanligaste etiketten, vilket inte kräver någon klassificerare alls</translation>
    </message>
    <message>
        <source>rows with the more frequent label / rows</source>
        <translation>rader med den vanligaste etiketten / rader</translation>
    </message>
    <message>
        <source>How closely generated rows lie where real rows lie: in how many real rows&apos; neighbourhoods a generated row is, against what is expected. About 1 for rows of the same distribution; it may be above 1</source>
        <translation>Hur tätt skapade rader ligger där verkliga rader ligger: i hur många verkliga raders närhet en skapad rad finns, jämfört med vad som är att vänta. Omkring 1 för rader ur samma fördelning; tätheten kan vara över 1</translation>
    </message>
    <message>
        <source>number of (generated row, real neighbourhood it is in) pairs / (k * generated rows)</source>
        <translation>antal par (skapad rad, verklig rads närhet som den ligger i) / (k * skapade rader)</translation>
    </message>
    <message>
        <source>Its interval comes from half samples, for a bootstrap draws rows twice, and duplicates break neighbour figures. Rows crowded in the middle push it above 1</source>
        <translation>Dess intervall kommer från halva urval, eftersom en bootstrap drar rader två gånger och dubbletter förstör granntal. Rader som trängs i mitten för den över 1</translation>
    </message>
    <message>
        <source>Share of real rows that have a generated row in their neighbourhood: is all that is in the data also in the generated rows? 1 is best</source>
        <translation>Andel verkliga rader som har en skapad rad i sin närhet: finns allt som finns i data också bland de skapade raderna? 1 är bäst</translation>
    </message>
    <message>
        <source>real rows with a generated row within the distance to their k-th nearest real row / real rows</source>
        <translation>verkliga rader med en skapad rad inom avståndet till deras k:te närmaste verkliga rad / verkliga rader</translation>
    </message>
    <message>
        <source>It grows with the number of generated rows and depends on k: compare at equal numbers only. A perfect sampler stays a little below 1. Its interval comes from half samples</source>
        <translation>Den växer med antalet skapade rader och beror på k: jämför bara vid lika antal. En fullkomlig samplare stannar något under 1. Dess intervall kommer från halva urval</translation>
    </message>
    <message>
        <source>Precision of generated rows</source>
        <translation>Precision hos skapade rader</translation>
    </message>
    <message>
        <source>Share of generated rows that lie in some real row&apos;s neighbourhood: do they look real?</source>
        <translation>Andel skapade rader som ligger i någon verklig rads närhet: ser de verkliga ut?</translation>
    </message>
    <message>
        <source>generated rows inside any real neighbourhood / generated rows</source>
        <translation>skapade rader i någon verklig rads närhet / skapade rader</translation>
    </message>
    <message>
        <source>A single outlier among the real rows has a large neighbourhood and makes it look better</source>
        <translation>En enda extremrad bland de verkliga raderna har en stor närhet och får den att se bättre ut</translation>
    </message>
    <message>
        <source>Recall of generated rows</source>
        <translation>Återkallning hos skapade rader</translation>
    </message>
    <message>
        <source>Share of real rows that lie in some generated row&apos;s neighbourhood: is their variety reached?</source>
        <translation>Andel verkliga rader som ligger i någon skapad rads närhet: nås deras variation?</translation>
    </message>
    <message>
        <source>real rows inside any generated neighbourhood / real rows</source>
        <translation>verkliga rader i någon skapad rads närhet / verkliga rader</translation>
    </message>
    <message>
        <source>A single outlier among the generated rows makes it look better; coverage is the more reliable figure</source>
        <translation>En enda extremrad bland de skapade raderna får den att se bättre ut; täckningen är det tillförlitligare talet</translation>
    </message>
    <message>
        <source>Alpha-precision</source>
        <translation>Alfa-precision</translation>
    </message>
    <message>
        <source>Whether generated rows spread round the centre of the real ones as these do: from the typical to the rare. 1 is best</source>
        <translation>Om skapade rader sprider sig kring de verkligas mittpunkt som dessa gör: från det typiska till det sällsynta. 1 är bäst</translation>
    </message>
    <message>
        <source>1 - 2 * mean over alpha of |share of generated rows in the ball that holds a share alpha of the real rows - alpha|</source>
        <translation>1 - 2 * medel över alfa av |andel skapade rader i klotet som rymmer andelen alfa av de verkliga raderna - alfa|</translation>
    </message>
    <message>
        <source>It looks at the distance from one centre alone: rows may lie at the right distance in the wrong direction</source>
        <translation>Den ser bara till avståndet från en enda mittpunkt: rader kan ligga på rätt avstånd i fel riktning</translation>
    </message>
    <message>
        <source>Beta-recall</source>
        <translation>Beta-återkallning</translation>
    </message>
    <message>
        <source>Whether the variety of the real rows, from the typical to the rare, is reached by generated rows nearby</source>
        <translation>Om variationen hos de verkliga raderna, från det typiska till det sällsynta, nås av skapade rader i närheten</translation>
    </message>
    <message>
        <source>1 - 2 * mean over beta of |share of real rows with a near generated row in the ball that holds a share beta of these - beta|</source>
        <translation>1 - 2 * medel över beta av |andel verkliga rader med en skapad rad nära i klotet som rymmer andelen beta av dessa - beta|</translation>
    </message>
    <message>
        <source>A perfect sampler does not score 1 but about 0.5, for about half of the real rows have another real row nearer than any new one; copies score higher. Read it beside the held-out rows&apos; figure</source>
        <translation>En fullkomlig samplare får inte 1 utan omkring 0,5, eftersom ungefär hälften av de verkliga raderna har en annan verklig rad närmare än någon ny; kopior får högre värden. Läs den bredvid de undanhållna radernas tal</translation>
    </message>
    <message>
        <source>Authenticity</source>
        <translation>Autenticitet</translation>
    </message>
    <message>
        <source>Share of generated rows that are farther from their nearest real row than that row is from its nearest other real row. Copies make it fall to 0</source>
        <translation>Andel skapade rader som ligger längre från sin närmaste verkliga rad än den raden ligger från sin närmaste andra verkliga rad. Kopior får den att falla till 0</translation>
    </message>
    <message>
        <source>About 0.5 and above for new draws of the same distribution, not 1. Very bad rows lie far from everything and score 1</source>
        <translation>Omkring 0,5 och däröver för nya dragningar ur samma fördelning, inte 1. Mycket dåliga rader ligger långt från allt och får 1</translation>
    </message>
    <message>
        <source>Authenticity as published</source>
        <translation>Autenticitet så som den publicerats</translation>
    </message>
    <message>
        <source>What the authors&apos; own program computes under the name, for comparison with published figures</source>
        <translation>Vad upphovspersonernas eget program beräknar under det namnet, för jämförelse med publicerade tal</translation>
    </message>
    <message>
        <source>It holds distances of rows against each other that do not belong together; the corrected form is the one to go by. Undefined with more generated than real rows</source>
        <translation>Det jämför avstånd från rader som inte hör ihop; den rättade formen är den att gå efter. Odefinierat med fler skapade än verkliga rader</translation>
    </message>
    <message>
        <source>Telling generated rows from real ones (two-sample test)</source>
        <translation>Att skilja skapade rader från verkliga (tvåstickprovstest)</translation>
    </message>
    <message>
        <source>How well a classifier tells generated rows from real ones that it has not learned from. 0.5: it cannot, 1: always</source>
        <translation>Hur väl en klassificerare skiljer skapade rader från verkliga som den inte har lärt av. 0,5: den kan inte, 1: alltid</translation>
    </message>
    <message>
        <source>AUROC of XGBoost on the scored half</source>
        <translation>AUROC för XGBoost på den bedömda halvan</translation>
    </message>
    <message>
        <source>Copies throw it off: the same row stands on both sides, so copied rows look better than honest ones, or far off 0.5. With many rows even a harmless slip, such as a rounding, is found out</source>
        <translation>Kopior stör måttet: samma rad står på båda sidor, så kopierade rader ser bättre ut än ärliga, eller hamnar långt från 0,5. Med många rader upptäcks även en harmlös avvikelse, till exempel en avrundning</translation>
    </message>
    <message>
        <source>Distance of a column&apos;s distribution (total variation)</source>
        <translation>Avstånd mellan en kolumns fördelningar (total variation)</translation>
    </message>
    <message>
        <source>What share of the generated rows would need another value in this column to have the real distribution. 0 is the same, 1 has nothing in common</source>
        <translation>Hur stor andel av de skapade raderna som skulle behöva ett annat värde i denna kolumn för att få den verkliga fördelningen. 0 är samma, 1 har inget gemensamt</translation>
    </message>
    <message>
        <source>half the sum over labels or bins of |generated share - real share|</source>
        <translation>halva summan över etiketter eller intervall av |skapad andel - verklig andel|</translation>
    </message>
    <message>
        <source>Each column by itself. By chance alone it is above 0, more so in small groups</source>
        <translation>Varje kolumn för sig. Enbart av slump ligger det över 0, mer i små grupper</translation>
    </message>
    <message>
        <source>Difference of associations</source>
        <translation>Skillnad i samband</translation>
    </message>
    <message>
        <source>By how much the strength with which two columns go together differs between generated and real rows, over all pairs of columns. 0 is the same</source>
        <translation>Hur mycket styrkan i sambandet mellan två kolumner skiljer sig mellan skapade och verkliga rader, över alla par av kolumner. 0 är samma</translation>
    </message>
    <message>
        <source>|Cramer&apos;s V of the generated rows - Cramer&apos;s V of the real rows|, bias-corrected</source>
        <translation>|Cramérs V för de skapade raderna - Cramérs V för de verkliga raderna|, korrigerat för systematiskt fel</translation>
    </message>
    <message>
        <source>Pairs only, and their strength, not their direction. A fair model is meant to change pairs with the sensitive column</source>
        <translation>Endast par, och deras styrka, inte deras riktning. En rättvis modell är avsedd att ändra par med den känsliga kolumnen</translation>
    </message>
    <message>
        <source>The group from the latent</source>
        <translation>Gruppen från det latenta</translation>
    </message>
    <message>
        <source>How well a linear classifier tells the group from the latents of held-out rows, encoded without their label. 0.5 is best: it cannot</source>
        <translation>Hur väl en linjär klassificerare avgör gruppen från de latenta värdena för undanhållna rader, kodade utan sin etikett. 0,5 är bäst: den kan inte</translation>
    </message>
    <message>
        <source>A classifier that is not linear might still tell. Values inside the range of permuted groups are chance</source>
        <translation>En klassificerare som inte är linjär kan ändå lyckas. Värden inom spannet för omkastade grupper är slump</translation>
    </message>
    <message>
        <source>The group from the features</source>
        <translation>Gruppen från särdragen</translation>
    </message>
    <message>
        <source>How well XGBoost tells the group from the other columns of rows it has not learned from, the target left out</source>
        <translation>Hur väl XGBoost avgör gruppen från de övriga kolumnerna i rader som den inte har lärt av, med målet utelämnat</translation>
    </message>
    <message>
        <source>There is no target value: real features go with the group, and realistic ones must. Read it beside the real rows&apos; figure</source>
        <translation>Det finns inget målvärde: verkliga särdrag hör ihop med gruppen, och realistiska måste göra det. Läs det bredvid de verkliga radernas tal</translation>
    </message>
    <message>
        <source>The source row&apos;s group from the generated row</source>
        <translation>Källradens grupp från den skapade raden</translation>
    </message>
    <message>
        <source>How well XGBoost tells, from a generated row, the group of the real row that it derives from. 0.5 is best: the group did not come through</source>
        <translation>Hur väl XGBoost från en skapad rad avgör gruppen för den verkliga rad som den härleds från. 0,5 är bäst: gruppen kom inte igenom</translation>
    </message>
    <message>
        <source>Known only where each generated row derives from one real row</source>
        <translation>Känt endast där varje skapad rad härleds från en enda verklig rad</translation>
    </message>
    <message>
        <source>Distance correlation of latent and group</source>
        <translation>Avståndskorrelation mellan det latenta och gruppen</translation>
    </message>
    <message>
        <source>How strongly the latents of held-out rows depend on the group, in any way and not only linearly. 0 is independent, 1 is fully dependent</source>
        <translation>Hur starkt de latenta värdena för undanhållna rader beror på gruppen, på vilket sätt som helst och inte bara linjärt. 0 är oberoende, 1 är helt beroende</translation>
    </message>
    <message>
        <source>Szekely&apos;s distance correlation; p by permuting the groups</source>
        <translation>Székelys avståndskorrelation; p genom att kasta om grupperna</translation>
    </message>
    <message>
        <source>By chance alone it is above 0 in few rows: a small p, not a value above 0, speaks of dependence</source>
        <translation>Enbart av slump ligger det över 0 när raderna är få: ett litet p, inte ett värde över 0, talar för beroende</translation>
    </message>
    <message>
        <source>Distance correlation of features and group</source>
        <translation>Avståndskorrelation mellan särdragen och gruppen</translation>
    </message>
    <message>
        <source>How strongly the other columns, the target left out, depend on the group in any way</source>
        <translation>Hur starkt de övriga kolumnerna, med målet utelämnat, beror på gruppen på vilket sätt som helst</translation>
    </message>
    <message>
        <source>There is no target value: read it beside the real rows&apos; figure</source>
        <translation>Det finns inget målvärde: läs det bredvid de verkliga radernas tal</translation>
    </message>
    <message>
        <source>Dependence of latent and group (V2)</source>
        <translation>Beroende mellan det latenta och gruppen (V2)</translation>
    </message>
    <message>
        <source>What the fairness term of training holds down, measured on training rows, pairs of different rows only, less what permuted groups give. 0 is independent</source>
        <translation>Det som träningens rättviseterm håller nere, mätt på träningsrader, endast par av olika rader, minus det som omkastade grupper ger. 0 är oberoende</translation>
    </message>
    <message>
        <source>Its scale depends on the number of latent dimensions: compare within a run only</source>
        <translation>Skalan beror på antalet latenta dimensioner: jämför endast inom en körning</translation>
    </message>
    <message>
        <source>It does not bound how well somebody can find out whether a person was among the training rows. Read it beside the held-out rows&apos; figure</source>
        <translation>Det sätter ingen gräns för hur väl någon kan ta reda på om en person fanns bland träningsraderna. Läs det bredvid de undanhållna radernas tal</translation>
    </message>
    <message>
        <source>Distance to the closest training row (DCR)</source>
        <translation>Avstånd till närmaste träningsrad (DCR)</translation>
    </message>
    <message>
        <source>How far generated rows are from the nearest training row. Much smaller than for held-out rows means that rows are copied or nearly so</source>
        <translation>Hur långt skapade rader ligger från närmaste träningsrad. Mycket mindre än för undanhållna rader betyder att rader är kopierade eller nästan det</translation>
    </message>
    <message>
        <source>Nearest-neighbour distance ratio (NNDR)</source>
        <translation>Avståndskvot för närmaste grannar (NNDR)</translation>
    </message>
    <message>
        <source>Distance to the nearest training row by distance to the second nearest. Near 0, a row lies close to one particular person&apos;s; near 1, between several</source>
        <translation>Avståndet till närmaste träningsrad delat med avståndet till den näst närmaste. Nära 0 ligger en rad nära en enskild persons rad; nära 1, mellan flera</translation>
    </message>
    <message>
        <source>nearest distance / second nearest distance</source>
        <translation>närmaste avstånd / näst närmaste avstånd</translation>
    </message>
    <message>
        <source>Exact copies</source>
        <translation>Exakta kopior</translation>
    </message>
    <message>
        <source>Share of generated rows that are the same as a training row in every column that was looked at</source>
        <translation>Andel skapade rader som är samma som en träningsrad i varje kolumn som granskades</translation>
    </message>
    <message>
        <source>generated rows equal to a training row / generated rows</source>
        <translation>skapade rader lika med en träningsrad / skapade rader</translation>
    </message>
    <message>
        <source>With few columns of few values, equal rows are common and no harm: the share among held-out rows says how common. None does not mean private</source>
        <translation>Med få kolumner med få värden är lika rader vanliga och ingen skada: andelen bland undanhållna rader visar hur vanliga. Inga alls betyder inte att personerna är skyddade</translation>
    </message>
    <message>
        <source>Share of generated pictures that are nearer to a training picture than all but one in a hundred held-out pictures. Without copying it is about 1 %</source>
        <translation>Andel skapade bilder som ligger närmare en träningsbild än alla utom en av hundra undanhållna bilder. Utan kopiering är den omkring 1 %</translation>
    </message>
    <message>
        <source>Identifiability</source>
        <translation>Identifierbarhet</translation>
    </message>
    <message>
        <source>Share of training rows that have a generated row nearer than their nearest other training row</source>
        <translation>Andel träningsrader som har en skapad rad närmare än sin närmaste andra träningsrad</translation>
    </message>
    <message>
        <source>training rows i with d(i, nearest generated row) &lt; d(i, nearest other training row) / training rows</source>
        <translation>träningsrader i med d(i, närmaste skapade rad) &lt; d(i, närmaste andra träningsrad) / träningsrader</translation>
    </message>
    <message>
        <source>Linkage</source>
        <translation>Länkning</translation>
    </message>
    <message>
        <source>How often a generated row&apos;s nearest training row is the very row that it derives from, beside how often that would be by chance</source>
        <translation>Hur ofta en skapad rads närmaste träningsrad är just den rad som den härleds från, bredvid hur ofta det skulle ske av slump</translation>
    </message>
    <message>
        <source>generated rows whose nearest training row is their source / generated rows</source>
        <translation>skapade rader vars närmaste träningsrad är deras källa / skapade rader</translation>
    </message>
    <message>
        <source>Known only where each generated row derives from one real row. A link above chance means that rows are personal data</source>
        <translation>Känt endast där varje skapad rad härleds från en enda verklig rad. Länkning utöver slumpen betyder att rader är personuppgifter</translation>
    </message>
    <message>
        <source>Membership attack, AUROC</source>
        <translation>Medlemskapsattack, AUROC</translation>
    </message>
    <message>
        <source>How well an attacker who has the generated rows tells people who were among the training rows from people who were not, by how near a generated row comes. 0.5 is guessing</source>
        <translation>Hur väl en angripare som har de skapade raderna skiljer personer som fanns bland träningsraderna från personer som inte gjorde det, efter hur nära en skapad rad kommer. 0,5 är gissning</translation>
    </message>
    <message>
        <source>AUROC of -(distance to the nearest generated row), members against held-out rows</source>
        <translation>AUROC för -(avståndet till närmaste skapade rad), medlemmar mot undanhållna rader</translation>
    </message>
    <message>
        <source>A simple attack: better ones exist, and a value of 0.5 does not bound what they find out. An average hides single people who are easily found</source>
        <translation>En enkel attack: det finns bättre, och ett värde på 0,5 sätter ingen gräns för vad de tar reda på. Ett medelvärde döljer enskilda personer som är lätta att hitta</translation>
    </message>
    <message>
        <source>Membership attack, advantage</source>
        <translation>Medlemskapsattack, övertag</translation>
    </message>
    <message>
        <source>How much more often the attack says &quot;was among the training rows&quot; of those who were than of those who were not. 0 is guessing, 1 is certainty</source>
        <translation>Hur mycket oftare attacken säger ”fanns bland träningsraderna” om dem som gjorde det än om dem som inte gjorde det. 0 är gissning, 1 är visshet</translation>
    </message>
    <message>
        <source>true positive rate - false positive rate, at a threshold that was best on other rows</source>
        <translation>andel sanna positiva - andel falska positiva, vid en tröskel som var bäst på andra rader</translation>
    </message>
    <message>
        <source>A simple attack: better ones exist, and 0 does not bound what they find out. An average hides single people who are easily found</source>
        <translation>En enkel attack: det finns bättre, och 0 sätter ingen gräns för vad de tar reda på. Ett medelvärde döljer enskilda personer som är lätta att hitta</translation>
    </message>
    <message>
        <source>Share of influence (SHAP)</source>
        <translation>Andel av inflytandet (SHAP)</translation>
    </message>
    <message>
        <source>How much of what moves the classifier&apos;s answers comes from this column, all columns together being 100 %</source>
        <translation>Hur mycket av det som påverkar klassificerarens svar som kommer från denna kolumn, där alla kolumner tillsammans är 100 %</translation>
    </message>
    <message>
        <source>mean |SHAP value| of the column, in log odds / sum over columns</source>
        <translation>medelvärdet av |SHAP-värdet| för kolumnen, i logodds / summan över kolumnerna</translation>
    </message>
    <message>
        <source>What the classifier uses, not what causes the outcome. Columns that go together share their influence, in a way that is partly arbitrary</source>
        <translation>Vad klassificeraren använder, inte vad som orsakar utfallet. Kolumner som hör ihop delar sitt inflytande, på ett sätt som delvis är godtyckligt</translation>
    </message>
    <message>
        <source>Loss of accuracy by shuffling</source>
        <translation>Förlust av noggrannhet vid omkastning</translation>
    </message>
    <message>
        <source>How much accuracy is lost if the column&apos;s values are shuffled among the rows. About 0: it is not needed</source>
        <translation>Hur mycket noggrannhet som går förlorad om kolumnens värden kastas om mellan raderna. Omkring 0: den behövs inte</translation>
    </message>
    <message>
        <source>accuracy - mean accuracy after shuffling</source>
        <translation>noggrannhet - medelnoggrannhet efter omkastning</translation>
    </message>
    <message>
        <source>Another column that says the same can stand in, so that both look unneeded. Shuffling makes rows that do not occur</source>
        <translation>En annan kolumn som säger detsamma kan träda in, så att båda ser onödiga ut. Omkastning ger rader som inte förekommer</translation>
    </message>
    <message>
        <source>Change of DPR by shuffling</source>
        <translation>Ändring av DPR vid omkastning</translation>
    </message>
    <message>
        <source>How much DPR changes if the column&apos;s values are shuffled among the rows. Above 0: the column made decisions less even</source>
        <translation>Hur mycket DPR ändras om kolumnens värden kastas om mellan raderna. Över 0: kolumnen gjorde besluten mindre jämna</translation>
    </message>
    <message>
        <source>mean DPR after shuffling - DPR before</source>
        <translation>medelvärdet av DPR efter omkastning - DPR före</translation>
    </message>
    <message>
        <source>Shuffling makes rows that do not occur</source>
        <translation>Omkastning ger rader som inte förekommer</translation>
    </message>
    <message>
        <source>Strength as a proxy</source>
        <translation>Styrka som ställföreträdare</translation>
    </message>
    <message>
        <source>How well the column alone goes with the group among real training rows: 0 not at all, 1 fully</source>
        <translation>Hur väl kolumnen ensam hör ihop med gruppen bland verkliga träningsrader: 0 inte alls, 1 helt</translation>
    </message>
    <message>
        <source>bias-corrected Cramer&apos;s V of column and group</source>
        <translation>Cramérs V för kolumnen och gruppen, korrigerat för systematiskt fel</translation>
    </message>
    <message>
        <source>Several weak proxies together can tell the group as well as a strong one</source>
        <translation>Flera svaga ställföreträdare tillsammans kan avslöja gruppen lika väl som en stark</translation>
    </message>
    <message>
        <source>Decisions that depend on the group alone</source>
        <translation>Beslut som beror på gruppen ensam</translation>
    </message>
    <message>
        <source>Share of held-out rows whose decision would change if they had another group&apos;s value and all else stayed the same. 0: the value itself decides nothing</source>
        <translation>Andel undanhållna rader vars beslut skulle ändras om de hade en annan grupps värde och allt annat förblev detsamma. 0: värdet självt avgör ingenting</translation>
    </message>
    <message>
        <source>rows with another decision for some other group&apos;s values / rows</source>
        <translation>rader med ett annat beslut för någon annan grupps värden / rader</translation>
    </message>
    <message>
        <source>Proxies stay as they are, so 0 does not mean fair; and some such people do not exist</source>
        <translation>Ställföreträdare förblir som de är, så 0 betyder inte rättvist; och vissa sådana personer finns inte</translation>
    </message>
    <message>
        <source>Selected only as the other</source>
        <translation>Utvalda endast som de andra</translation>
    </message>
    <message>
        <source>Share of a group&apos;s rows that are selected only if they are given the other group&apos;s values</source>
        <translation>Andel av en grupps rader som väljs ut endast om de får den andra gruppens värden</translation>
    </message>
    <message>
        <source>Proxies stay as they are</source>
        <translation>Ställföreträdare förblir som de är</translation>
    </message>
    <message>
        <source>Selected only as themselves</source>
        <translation>Utvalda endast som sig själva</translation>
    </message>
    <message>
        <source>Share of a group&apos;s rows that are selected as they are, but not with the other group&apos;s values</source>
        <translation>Andel av en grupps rader som väljs ut som de är, men inte med den andra gruppens värden</translation>
    </message>
    <message>
        <source>Change of probability</source>
        <translation>Ändring av sannolikheten</translation>
    </message>
    <message>
        <source>Mean change of the probability of the favourable label if a group&apos;s rows are given the other group&apos;s values</source>
        <translation>Medelvärdet av hur sannolikheten för den gynnsamma etiketten ändras om en grupps rader får den andra gruppens värden</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>A range that, made in the same way from other samples, would hold the true value in 95 of 100 cases. Every interval says what varies in it: the test rows, the seeds of training, or both</source>
        <translation>Ett spann som, bildat på samma sätt ur andra stickprov, skulle innehålla det sanna värdet i 95 fall av 100. Varje intervall anger vad som varierar i det: testraderna, träningens frön, eller båda</translation>
    </message>
    <message>
        <source>What does not vary is not in it: an interval over test rows alone does not say how another training would have come out. Intervals of ratios of the smallest to the largest rate are off where the truth is near 1. Figures inside the generated rows (TSTS) get none, for more test rows could be had for nothing</source>
        <translation>Det som inte varierar ingår inte: ett intervall över enbart testrader säger inte hur en annan träning skulle ha utfallit. Intervall för kvoter mellan den minsta och den största andelen är missvisande där sanningen ligger nära 1. Tal inom de skapade raderna (TSTS) får inga, eftersom fler testrader kunde fås gratis</translation>
    </message>
    <message>
        <source>p-value, adjusted by Holm&apos;s method</source>
        <translation>p-värde, justerat med Holms metod</translation>
    </message>
    <message>
        <source>How often chance alone would make a difference at least as large, if there were none, raised for the number of comparisons made together. If all under 0.05 are taken for real, about one family of comparisons in twenty has a false alarm at most</source>
        <translation>Hur ofta slumpen ensam skulle ge en minst lika stor skillnad, om det inte fanns någon, uppräknat för antalet jämförelser som görs tillsammans. Om alla under 0,05 tas för verkliga har högst omkring en familj av jämförelser på tjugo ett falskt larm</translation>
    </message>
    <message>
        <source>the smallest of m p-values times m, the next times m - 1, and so on, never falling</source>
        <translation>det minsta av m p-värden gånger m, nästa gånger m - 1, och så vidare, aldrig avtagande</translation>
    </message>
    <message>
        <source>A large p-value does not show that there is no difference</source>
        <translation>Ett stort p-värde visar inte att det saknas skillnad</translation>
    </message>
    <message>
        <source>bootstrap</source>
        <translation>bootstrap</translation>
    </message>
    <message>
        <source>half samples</source>
        <translation>halva stickprov</translation>
    </message>
    <message>
        <source>test rows</source>
        <translation>testrader</translation>
    </message>
    <message>
        <source>test rows and seeds</source>
        <translation>testrader och frön</translation>
    </message>
    <message>
        <source>scored rows</source>
        <translation>bedömda rader</translation>
    </message>
    <message>
        <source>rows of both samples</source>
        <translation>rader i båda stickproven</translation>
    </message>
    <message>
        <source>generated rows</source>
        <translation>skapade rader</translation>
    </message>
    <message>
        <source>holdout rows</source>
        <translation>undanhållna rader</translation>
    </message>
    <message>
        <source>training and holdout rows</source>
        <translation>träningsrader och undanhållna rader</translation>
    </message>
    <message>
        <source>explained rows</source>
        <translation>förklarade rader</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importerade</translation>
    </message>
    <message>
        <source>Trained on the source&apos;s rows, tested on held-out real rows (TSTR; of real rows TRTR), %1</source>
        <translation>Tränad på källans rader, testad på undanhållna verkliga rader (TSTR; för verkliga rader TRTR), %1</translation>
    </message>
    <message>
        <source>Trained on latents of training rows, tested on latents of held-out rows, %1</source>
        <translation>Tränad på latenta värden för träningsrader, testad på latenta värden för undanhållna rader, %1</translation>
    </message>
    <message>
        <source>%1, %2, %3 draws</source>
        <translation>%1, %2, %3 dragningar</translation>
    </message>
    <message>
        <source>undefined [%1]</source>
        <translation>odefinierat [%1]</translation>
    </message>
    <message>
        <source>[%1] undefined: %2.</source>
        <translation>[%1] odefinierat: %2.</translation>
    </message>
    <message>
        <source>%1 (what varies: %2)</source>
        <translation>%1 (vad som varierar: %2)</translation>
    </message>
    <message>
        <source>Ranges in brackets are intervals: %1.</source>
        <translation>Spann inom parentes är intervall: %1.</translation>
    </message>
    <message>
        <source>Mean over seeds with its interval, and each seed, %1</source>
        <translation>Medelvärde över frön med sitt intervall, och varje frö, %1</translation>
    </message>
    <message>
        <source>Share of all columns&apos; influence on decisions</source>
        <translation>Andel av alla kolumners inflytande på beslut</translation>
    </message>
    <message>
        <source>Groups with few held-out rows, whose rates are unsure, with their number: %1</source>
        <translation>Grupper med få undanhållna rader, vars andelar är osäkra, med antalet: %1</translation>
    </message>
    <message>
        <source>Not all of the files is in the tables: %1 rows, lines or pictures were left out; the data sheet says why</source>
        <translation>Allt i filerna finns inte i tabellerna: %1 datarader, textrader eller bilder utelämnades; databladet anger varför</translation>
    </message>
    <message>
        <source>Undefined figures</source>
        <translation>Odefinierade tal</translation>
    </message>
    <message>
        <source>A figure that needs a division by zero, or something that was not known, is undefined: it is neither 0 nor 1</source>
        <translation>Ett tal som kräver division med noll, eller något som inte var känt, är odefinierat: det är varken 0 eller 1</translation>
    </message>
    <message>
        <source>Figures without a value, and why</source>
        <translation>Tal utan värde, och varför</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Varför</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Bedömda</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alla</translation>
    </message>
    <message>
        <source>%1 more stand in run.json.</source>
        <translation>%1 till finns i run.json.</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Where they come from</source>
        <translation>Var de kommer ifrån</translation>
    </message>
    <message>
        <source>Test file</source>
        <translation>Testfil</translation>
    </message>
    <message>
        <source>Training pictures</source>
        <translation>Träningsbilder</translation>
    </message>
    <message>
        <source>Held-out pictures</source>
        <translation>Undanhållna bilder</translation>
    </message>
    <message>
        <source>SHA-256 of the test file</source>
        <translation>SHA-256 för testfilen</translation>
    </message>
    <message>
        <source>What of the files is not in the tables, or not as it was</source>
        <translation>Vad i filerna som inte finns i tabellerna, eller inte som det var</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Vad</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Hur många</translation>
    </message>
    <message>
        <source>Lines that are no rows, passed over</source>
        <translation>Överhoppade rader som inte är datarader</translation>
    </message>
    <message>
        <source>Rows that a filter left out</source>
        <translation>Rader som ett filter utelämnade</translation>
    </message>
    <message>
        <source>Rows left out for a missing value</source>
        <translation>Rader som utelämnades för ett saknat värde</translation>
    </message>
    <message>
        <source>Pictures that are missing or cannot be read</source>
        <translation>Bilder som saknas eller inte kan läsas</translation>
    </message>
    <message>
        <source>Pictures that no row tells anything about</source>
        <translation>Bilder som ingen rad säger något om</translation>
    </message>
    <message>
        <source>Missing values that another took the place of</source>
        <translation>Saknade värden som ersattes av ett annat</translation>
    </message>
    <message>
        <source>Values of rare categories that became &quot;(other)&quot;</source>
        <translation>Värden i sällsynta kategorier som blev ”(other)”</translation>
    </message>
    <message>
        <source>The first of what could not be read</source>
        <translation>Det första som inte kunde läsas</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Var</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>rad %1</translation>
    </message>
    <message>
        <source>no row can be read from it</source>
        <translation>ingen datarad kan läsas ur den</translation>
    </message>
    <message>
        <source>%1 fields where the others have %2</source>
        <translation>%1 fält där de andra har %2</translation>
    </message>
    <message>
        <source>Groups in the held-out rows</source>
        <translation>Grupper i de undanhållna raderna</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Andel</translation>
    </message>
    <message>
        <source>Data sheet</source>
        <translation>Datablad</translation>
    </message>
    <message>
        <source>The real rows that the imported ones are judged by; the imported rows come from elsewhere, and nothing is known here of how they were made</source>
        <translation>De verkliga rader som de importerade bedöms mot; de importerade raderna kommer från annat håll, och här är inget känt om hur de gjordes</translation>
    </message>
    <message>
        <source>The real rows that the models were trained on and that everything was judged by</source>
        <translation>De verkliga rader som modellerna tränades på och som allt bedömdes mot</translation>
    </message>
    <message>
        <source>What the figures mean</source>
        <translation>Vad talen betyder</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Källor</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Skillnad</translation>
    </message>
    <message>
        <source>p, adjusted (Holm)</source>
        <translation>p, justerat (Holm)</translation>
    </message>
    <message>
        <source>%1 less %2</source>
        <translation>%1 minus %2</translation>
    </message>
    <message>
        <source>Differences between sources</source>
        <translation>Skillnader mellan källor</translation>
    </message>
    <message>
        <source>Two sources are compared on the same draws of the same test rows, so that luck with the rows falls on both. Of many comparisons some differ by chance: the adjusted p-values allow for that, among fairness figures and among figures of utility. Under 0.05 a difference is more than chance would usually give</source>
        <translation>Två källor jämförs på samma dragningar av samma testrader, så att tur med raderna drabbar båda. Av många jämförelser skiljer sig några av slump: de justerade p-värdena tar hänsyn till det, bland rättvisetal och bland tal för nytta. Under 0,05 är en skillnad mer än slumpen vanligen skulle ge</translation>
    </message>
    <message>
        <source>%1 (sensitive)</source>
        <translation>%1 (känslig)</translation>
    </message>
    <message>
        <source>Share of all columns&apos; influence (SHAP)</source>
        <translation>Andel av alla kolumners inflytande (SHAP)</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolumn</translation>
    </message>
    <message>
        <source>Goes with the group</source>
        <translation>Hör ihop med gruppen</translation>
    </message>
    <message>
        <source>What changes if a column&apos;s values are shuffled among the rows</source>
        <translation>Vad som ändras om en kolumns värden kastas om mellan raderna</translation>
    </message>
    <message>
        <source>Loss of accuracy, %1</source>
        <translation>Förlust av noggrannhet, %1</translation>
    </message>
    <message>
        <source>Change of DPR, %1</source>
        <translation>Ändring av DPR, %1</translation>
    </message>
    <message>
        <source>Decisions that another group&apos;s value would change</source>
        <translation>Beslut som en annan grupps värde skulle ändra</translation>
    </message>
    <message>
        <source>The same people as members of another group, %1</source>
        <translation>Samma personer som medlemmar av en annan grupp, %1</translation>
    </message>
    <message>
        <source>as</source>
        <translation>som</translation>
    </message>
    <message>
        <source>What decisions rest on</source>
        <translation>Vad beslut vilar på</translation>
    </message>
    <message>
        <source>How much the XGBoost classifier leans on each column, trained on real rows and trained on generated ones, both judged on held-out real rows. A column that goes with the group can stand in for it: what is taken from the sensitive column may come back through such a proxy</source>
        <translation>Hur mycket XGBoost-klassificeraren stöder sig på varje kolumn, tränad på verkliga rader och tränad på skapade, båda bedömda på undanhållna verkliga rader. En kolumn som hör ihop med gruppen kan träda i dess ställe: det som tas bort från den känsliga kolumnen kan komma tillbaka genom en sådan ställföreträdare</translation>
    </message>
    <message>
        <source>The %1 columns with most influence of %2; all stand in run.json</source>
        <translation>De %1 kolumner med störst inflytande av %2; alla finns i run.json</translation>
    </message>
    <message>
        <source>The same person in another group</source>
        <translation>Samma person i en annan grupp</translation>
    </message>
    <message>
        <source>Each held-out row is judged once more with the other group&apos;s value in its sensitive columns and all else as it was. It shows what the classifier does with the value itself, not what would follow in life from belonging to another group</source>
        <translation>Varje undanhållen rad bedöms en gång till med den andra gruppens värde i sina känsliga kolumner och allt annat som det var. Det visar vad klassificeraren gör med värdet självt, inte vad det i verkligheten skulle innebära att tillhöra en annan grupp</translation>
    </message>
    <message>
        <source>Against the reference group &quot;%1&quot;, %2</source>
        <translation>Mot referensgruppen ”%1”, %2</translation>
    </message>
    <message>
        <source>Decisions per group, %1</source>
        <translation>Beslut per grupp, %1</translation>
    </message>
    <message>
        <source>How right decisions are per group, %1</source>
        <translation>Hur riktiga besluten är per grupp, %1</translation>
    </message>
    <message>
        <source>All figures above are derived from these rates. A row is selected if the classifier gives it a probability of %1 or more for the favourable label</source>
        <translation>Alla tal ovan är härledda ur dessa andelar. En rad väljs ut om klassificeraren ger den en sannolikhet på %1 eller mer för den gynnsamma etiketten</translation>
    </message>
    <message>
        <source>A ratio of the smallest to the largest rate can only be 1 or less, so among groups that are treated alike it is below 1 by chance alone: it errs on the side of caution. Differences and ratios against one reference group do not have this bias: where groups are alike they are about 0 and about 1</source>
        <translation>En kvot mellan den minsta och den största andelen kan bara vara 1 eller mindre, så bland grupper som behandlas lika ligger den under 1 enbart av slump: den felar åt det försiktiga hållet. Skillnader och kvoter mot en enda referensgrupp har inte detta systematiska fel: där grupper är lika är de omkring 0 respektive omkring 1</translation>
    </message>
    <message>
        <source>Each sensitive column alone</source>
        <translation>Varje känslig kolumn för sig</translation>
    </message>
    <message>
        <source>The figures above are those of the groups that all sensitive columns form together; here each column&apos;s own groups are looked at</source>
        <translation>Talen ovan gäller de grupper som alla känsliga kolumner bildar tillsammans; här granskas varje kolumns egna grupper</translation>
    </message>
    <message>
        <source>Groups of &quot;%1&quot; alone</source>
        <translation>Grupper av enbart ”%1”</translation>
    </message>
    <message>
        <source>Decisions per group of &quot;%1&quot;, %2</source>
        <translation>Beslut per grupp av ”%1”, %2</translation>
    </message>
    <message>
        <source>Without the built-in bias</source>
        <translation>Utan den inbyggda skevheten</translation>
    </message>
    <message>
        <source>The data set has test rows from which the bias that was built into it is left out: what fair decisions should look like</source>
        <translation>Datamängden har testrader från vilka den skevhet som byggdes in i den är utelämnad: hur rättvisa beslut bör se ut</translation>
    </message>
    <message>
        <source>Inside the generated rows</source>
        <translation>Inom de skapade raderna</translation>
    </message>
    <message>
        <source>Trained and tested on parts of the same generated rows, as the published tool-kit scores. No interval is given: more test rows could be had for nothing. Judge by the figures on held-out real rows instead</source>
        <translation>Tränad och testad på delar av samma skapade rader, så som det publicerade verktygspaketet mäter. Inget intervall anges: fler testrader kunde fås gratis. Bedöm i stället efter talen på undanhållna verkliga rader</translation>
    </message>
    <message>
        <source>From the latent alone</source>
        <translation>Enbart från det latenta</translation>
    </message>
    <message>
        <source>Classifiers that see only what the model keeps of a row, its label masked</source>
        <translation>Klassificerare som bara ser det som modellen behåller av en rad, med dess etikett dold</translation>
    </message>
    <message>
        <source>The four-fifths rule takes a selection rate under 80 % of the highest group&apos;s as evidence of adverse impact; it is not settled while 80 % lies inside the interval. A figure that needs a division by zero is undefined; the fairlearn package counts such a rate as 0</source>
        <translation>Fyrafemtedelsregeln tar en urvalsandel under 80 % av den högsta gruppens som tecken på missgynnande; det är inte avgjort så länge 80 % ligger inom intervallet. Ett tal som kräver division med noll är odefinierat; paketet fairlearn räknar en sådan andel som 0</translation>
    </message>
    <message>
        <source>Groups by other sources, classifiers and protocols</source>
        <translation>Grupper efter övriga källor, klassificerare och protokoll</translation>
    </message>
    <message>
        <source>These tables are too long for paper; they stand in the HTML report and in run.json</source>
        <translation>Dessa tabeller är för långa för papper; de finns i HTML-rapporten och i run.json</translation>
    </message>
    <message>
        <source>%1 (few rows)</source>
        <translation>%1 (få rader)</translation>
    </message>
    <message>
        <source>met</source>
        <translation>uppfylld</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>inte uppfylld</translation>
    </message>
    <message>
        <source>not settled</source>
        <translation>inte avgjort</translation>
    </message>
    <message>
        <source>Four-fifths rule</source>
        <translation>Fyrafemtedelsregeln</translation>
    </message>
    <message>
        <source>%1 as the fairlearn package has it</source>
        <translation>%1 så som paketet fairlearn beräknar det</translation>
    </message>
    <message>
        <source>TP</source>
        <translation>TP</translation>
    </message>
    <message>
        <source>FP</source>
        <translation>FP</translation>
    </message>
    <message>
        <source>TN</source>
        <translation>TN</translation>
    </message>
    <message>
        <source>FN</source>
        <translation>FN</translation>
    </message>
    <message>
        <source>TP, FP, TN, FN: true and false decisions for (P) and against (N) the favourable label, counted in test rows.</source>
        <translation>TP, FP, TN, FN: sanna och falska beslut för (P) och mot (N) den gynnsamma etiketten, räknade i testrader.</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrering</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Kalibreringsfel</translation>
    </message>
    <message>
        <source>Selection rate, difference</source>
        <translation>Urvalsandel, differens</translation>
    </message>
    <message>
        <source>Selection rate, ratio</source>
        <translation>Urvalsandel, kvot</translation>
    </message>
    <message>
        <source>TPR, difference</source>
        <translation>TPR, differens</translation>
    </message>
    <message>
        <source>TPR, ratio</source>
        <translation>TPR, kvot</translation>
    </message>
    <message>
        <source>FPR, difference</source>
        <translation>FPR, differens</translation>
    </message>
    <message>
        <source>FPR, ratio</source>
        <translation>FPR, kvot</translation>
    </message>
    <message>
        <source>How well the group can be told</source>
        <translation>Hur väl gruppen kan avläsas</translation>
    </message>
    <message>
        <source>Distance correlation of features and group (no target value)</source>
        <translation>Avståndskorrelation mellan särdrag och grupp (inget målvärde)</translation>
    </message>
    <message>
        <source>Features may go with the group, as they do in the real rows: read the generated rows&apos; figures beside those of the real ones</source>
        <translation>Särdragen får följa gruppen, som de gör i de verkliga raderna: läs de skapade radernas mått bredvid de verkligas</translation>
    </message>
    <message>
        <source>The latent should say nothing about the group. Features are made with the group in mind and may go with it, as they do in the real rows: read the generated rows&apos; figures beside those of the real ones</source>
        <translation>Det latenta bör inte säga något om gruppen. Särdragen görs med hänsyn till gruppen och får följa den, som de gör i de verkliga raderna: läs de skapade radernas mått bredvid de verkligas</translation>
    </message>
    <message>
        <source>The imported rows were made elsewhere; here they were judged alone</source>
        <translation>De importerade raderna gjordes på annat håll; här blev de bara bedömda</translation>
    </message>
    <message>
        <source>TSTR: trained on synthetic rows, tested on held-out real rows, which is what may be relied upon. TRTR: trained on real rows, as the standard to compare with. TSTS: trained and tested on synthetic rows, as published</source>
        <translation>TSTR: tränad på syntetiska rader, testad på undanhållna verkliga rader, vilket är det man kan lita på. TRTR: tränad på verkliga rader, som standard att jämföra med. TSTS: tränad och testad på syntetiska rader, som publicerat</translation>
    </message>
    <message>
        <source>Classifiers see the sensitive columns, as people who use the data might; every decision is made at the same threshold for all groups</source>
        <translation>Klassificerarna ser de känsliga kolumnerna, som de som använder data kan komma att göra; varje beslut fattas vid samma tröskel för alla grupper</translation>
    </message>
    <message>
        <source>Controls are the same pipeline without the fairness term, once with the group drawn independently and once with the row&apos;s own: only what goes beyond the first may be credited to the fairness term</source>
        <translation>Kontrollerna är samma förlopp utan rättvisetermen, en gång med gruppen dragen oberoende och en gång med radens egen: bara det som går utöver den första får tillskrivas rättvisetermen</translation>
    </message>
    <message>
        <source>Intervals of ratios, differences and F1: %1 draws of test rows within each group and label, with replacement; plain rates by Wilson&apos;s formula, AUROC by DeLong&apos;s, differences of rates by Newcombe&apos;s, log-ratios by MOVER, density and coverage by half samples, which hold no duplicates</source>
        <translation>Intervall för kvoter, differenser och F1: %1 dragningar av testrader inom varje grupp och etikett, med återläggning; enkla andelar med Wilsons formel, AUROC med DeLongs, differenser mellan andelar med Newcombes, logaritmerade kvoter med MOVER, täthet och täckning med halva stickprov, som inte innehåller några dubbletter</translation>
    </message>
    <message>
        <source>No test rows were drawn anew, so ratios, differences between groups and F1 have no intervals</source>
        <translation>Inga testrader drogs på nytt, så kvoter, differenser mellan grupper och F1 har inga intervall</translation>
    </message>
    <message>
        <source>Neighbours are sought in a space that no model has learned, numbers by their quantiles and categories one by one; of each side %1 rows at most</source>
        <translation>Grannar söks i ett rum som ingen modell har lärt in, tal efter sina kvantiler och kategorier en för en; högst %1 rader från vardera sidan</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Tider</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunder</translation>
    </message>
    <message>
        <source>Method and settings</source>
        <translation>Metod och inställningar</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lärare</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>variational autoencoder whose latent is held to say nothing about the group</source>
        <translation>variationell autokodare vars latenta rum hålls till att inte säga något om gruppen</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parametrar</translation>
    </message>
    <message>
        <source>of these the encoder&apos;s</source>
        <translation>varav kodarens</translation>
    </message>
    <message>
        <source>Epochs finished</source>
        <translation>Avslutade epoker</translation>
    </message>
    <message>
        <source>Seconds per epoch</source>
        <translation>Sekunder per epok</translation>
    </message>
    <message>
        <source>Collapsed latent space</source>
        <translation>Kollapsat latent rum</translation>
    </message>
    <message>
        <source>yes: the rows it makes say next to nothing</source>
        <translation>ja: raderna det ger säger nästan ingenting</translation>
    </message>
    <message>
        <source>generator: makes latents out of noise</source>
        <translation>generator: gör latenter av brus</translation>
    </message>
    <message>
        <source>encoder, smaller than the teacher&apos;s</source>
        <translation>kodare, mindre än lärarens</translation>
    </message>
    <message>
        <source>Made for studying and reducing bias in data, for teaching, and as training data where the figures above have been judged good enough for the purpose</source>
        <translation>Gjord för att studera och minska skevhet i data, för undervisning, och som träningsdata där måtten ovan har bedömts vara tillräckligt bra för ändamålet</translation>
    </message>
    <message>
        <source>Not made for decisions about single people, for publishing as anonymous data, or for groups and purposes that were not judged here</source>
        <translation>Inte gjord för beslut om enskilda personer, för att publiceras som anonyma data, eller för grupper och ändamål som inte har bedömts här</translation>
    </message>
    <message>
        <source>It knows nothing that the training rows do not say: errors, gaps and injustices of the data other than the dependence on the sensitive columns remain</source>
        <translation>Den vet inget som träningsraderna inte säger: fel, luckor och orättvisor i data utöver beroendet av de känsliga kolumnerna finns kvar</translation>
    </message>
    <message>
        <source>Equal selection and equal error rates cannot be had at once where base rates differ: which of them matters is for people to decide</source>
        <translation>Lika urval och lika felandelar kan inte fås samtidigt där basandelarna skiljer sig: vilket av dem som är viktigt är det människor som ska avgöra</translation>
    </message>
    <message>
        <source>The fairness term was switched off in this run</source>
        <translation>Rättvisetermen var avstängd i den här körningen</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkort</translation>
    </message>
    <message>
        <source>A teacher learns to condense each row to a latent that says as little as possible about the group, and to decode it again; a smaller student learns to make the same latents. New rows are decoded from latents with a group that was drawn independently of them</source>
        <translation>En lärare lär sig att förtäta varje rad till en latent som säger så lite som möjligt om gruppen, och att avkoda den igen; en mindre elev lär sig att göra samma latenter. Nya rader avkodas från latenter med en grupp som drogs oberoende av dem</translation>
    </message>
    <message>
        <source>Intended use and limits</source>
        <translation>Avsedd användning och begränsningar</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Gränser</translation>
    </message>
    <message>
        <source>Limits and whether they are met</source>
        <translation>Gränser och om de hålls</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Gräns</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Utslag</translation>
    </message>
    <message>
        <source>One-sided bound</source>
        <translation>Ensidig konfidensgräns</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>hålls inte</translation>
    </message>
    <message>
        <source>A figure that is undefined, was not computed, or has no interval where a confidence is asked for does not meet its limit</source>
        <translation>Ett mått som är odefinierat, inte beräknades eller saknar intervall där en konfidens begärs håller inte sin gräns</translation>
    </message>
    <message>
        <source>Distance to the closest training row, median</source>
        <translation>Avstånd till den närmaste träningsraden, median</translation>
    </message>
    <message>
        <source>Distance to the closest training row, 5 % quantile</source>
        <translation>Avstånd till den närmaste träningsraden, 5 %-kvantil</translation>
    </message>
    <message>
        <source>Nearest-neighbour distance ratio, median</source>
        <translation>Kvot mellan avstånden till de närmaste grannarna, median</translation>
    </message>
    <message>
        <source>Exact copies of training rows</source>
        <translation>Exakta kopior av träningsrader</translation>
    </message>
    <message>
        <source>Training rows that a generated row comes too near to</source>
        <translation>Träningsrader som en skapad rad kommer för nära</translation>
    </message>
    <message>
        <source>Linked back to the source row</source>
        <translation>Kopplade tillbaka till källraden</translation>
    </message>
    <message>
        <source>%1 by chance</source>
        <translation>%1 av en slump</translation>
    </message>
    <message>
        <source>Membership attack, AUROC%1</source>
        <translation>Medlemskapsangrepp, AUROC%1</translation>
    </message>
    <message>
        <source>Membership attack, advantage%1</source>
        <translation>Medlemskapsangrepp, försprång%1</translation>
    </message>
    <message>
        <source>0.5 is guessing</source>
        <translation>0,5 är gissning</translation>
    </message>
    <message>
        <source>0 is guessing</source>
        <translation>0 är gissning</translation>
    </message>
    <message>
        <source>Nearness to training rows, %1</source>
        <translation>Närhet till träningsrader, %1</translation>
    </message>
    <message>
        <source>Real held-out rows</source>
        <translation>Verkliga undanhållna rader</translation>
    </message>
    <message>
        <source>Generated rows, without near-unique columns</source>
        <translation>Skapade rader, utan nästan unika kolumner</translation>
    </message>
    <message>
        <source>Real held-out rows, without near-unique columns</source>
        <translation>Verkliga undanhållna rader, utan nästan unika kolumner</translation>
    </message>
    <message>
        <source>, source rows as members</source>
        <translation>, källrader som medlemmar</translation>
    </message>
    <message>
        <source>Looked at: %1 generated, %2 training and %3 held-out rows; the attack was scored on %4 members and %5 others.</source>
        <translation>Granskade: %1 skapade rader, %2 träningsrader och %3 undanhållna rader; angreppet bedömdes på %4 medlemmar och %5 andra.</translation>
    </message>
    <message>
        <source>Near-unique columns, in which nearly every row has a value of its own: %1.</source>
        <translation>Nästan unika kolumner, där nästan varje rad har ett eget värde: %1.</translation>
    </message>
    <message>
        <source>Nearness to training pictures</source>
        <translation>Närhet till träningsbilder</translation>
    </message>
    <message>
        <source>Small distances alone are no harm and large ones no protection: what counts is how generated rows stand beside held-out rows, which cannot be copies</source>
        <translation>Små avstånd är i sig ingen skada och stora inget skydd: det som räknas är hur skapade rader står sig bredvid undanhållna rader, som inte kan vara kopior</translation>
    </message>
    <message>
        <source>None of these figures bounds what an attacker can find out. The attack that was tried is a simple one; that it fails proves nothing about better ones</source>
        <translation>Inget av dessa mått sätter en gräns för vad en angripare kan ta reda på. Angreppet som prövades är ett enkelt; att det misslyckas bevisar inget om bättre</translation>
    </message>
    <message>
        <source>Without differential privacy there is no guarantee for any single person; people with rare combinations of values are at the greatest risk, and figures over all rows do not show it</source>
        <translation>Utan differentiell integritet finns ingen garanti för någon enskild person; människor med ovanliga kombinationer av värden löper störst risk, och mått över alla rader visar det inte</translation>
    </message>
    <message>
        <source>Each generated row derives from one real row, so a linkage above chance is expected and is a reason to treat the rows as personal data</source>
        <translation>Varje skapad rad härleds från en verklig rad, så en koppling över slumpen är att vänta och är ett skäl att behandla raderna som personuppgifter</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Integritet</translation>
    </message>
    <message>
        <source>Distances are those of a fixed random convolutional network. Held-out pictures cannot be copies: one in a hundred of them comes so near to a training picture, and where many more generated ones do, the model repeats what it was trained on</source>
        <translation>Avstånden är de i ett fast slumpmässigt faltningsnätverk. Undanhållna bilder kan inte vara kopior: en på hundra av dem kommer så nära en träningsbild, och där många fler skapade gör det upprepar modellen vad den tränats på</translation>
    </message>
    <message>
        <source>What these figures do not say</source>
        <translation>Vad dessa mått inte säger</translation>
    </message>
    <message>
        <source>Neighbourhoods of real and generated rows</source>
        <translation>Verkliga och skapade raders grannskap</translation>
    </message>
    <message>
        <source>A neighbourhood reaches as far as the nearest %1 rows. Of the real source, held-out rows stand for rows as good as can be.</source>
        <translation>Ett grannskap når så långt som de närmaste %1 raderna. Av den verkliga källan står undanhållna rader för rader så bra som de kan bli.</translation>
    </message>
    <message>
        <source>Telling them from real rows, AUROC</source>
        <translation>Skilja dem från verkliga rader, AUROC</translation>
    </message>
    <message>
        <source>The same, accuracy</source>
        <translation>Detsamma, noggrannhet</translation>
    </message>
    <message>
        <source>The same, p</source>
        <translation>Detsamma, p</translation>
    </message>
    <message>
        <source>The same, rows scored</source>
        <translation>Detsamma, bedömda rader</translation>
    </message>
    <message>
        <source>Distance of columns&apos; distributions, mean</source>
        <translation>Avstånd mellan kolumnernas fördelningar, medelvärde</translation>
    </message>
    <message>
        <source>Difference of associations, mean</source>
        <translation>Skillnad i samband, medelvärde</translation>
    </message>
    <message>
        <source>Difference of associations, largest</source>
        <translation>Skillnad i samband, största</translation>
    </message>
    <message>
        <source>between the columns</source>
        <translation>mellan kolumnerna</translation>
    </message>
    <message>
        <source>real, held out</source>
        <translation>verkliga, undanhållna</translation>
    </message>
    <message>
        <source>Against real training rows</source>
        <translation>Mot verkliga träningsrader</translation>
    </message>
    <message>
        <source>Distance of each column&apos;s distribution from the real one</source>
        <translation>Avståndet från varje kolumns fördelning till den verkliga</translation>
    </message>
    <message>
        <source>The same inside each group, %1</source>
        <translation>Detsamma inom varje grupp, %1</translation>
    </message>
    <message>
        <source>The first %1 of %2 groups; all stand in run.json.</source>
        <translation>De första %1 av %2 grupper; alla finns i run.json.</translation>
    </message>
    <message>
        <source>In depth</source>
        <translation>Fördjupning</translation>
    </message>
    <message>
        <source>Read each figure beside that of real held-out rows, which are as good as generated rows can be: perfect rows do not score 1 everywhere</source>
        <translation>Läs varje mått bredvid det för verkliga undanhållna rader, som är så bra som skapade rader kan bli: perfekta rader får inte 1 överallt</translation>
    </message>
    <message>
        <source>The %1 columns with the largest distance of %2; all stand in run.json</source>
        <translation>De %1 kolumnerna av %2 med störst avstånd; alla finns i run.json</translation>
    </message>
    <message>
        <source>Quality of the generated pictures</source>
        <translation>De skapade bildernas kvalitet</translation>
    </message>
    <message>
        <source>Quality of the generated rows</source>
        <translation>De skapade radernas kvalitet</translation>
    </message>
    <message>
        <source>Density and coverage compare the neighbourhoods of real and generated rows; the same figures against held-out rows stand beside them, so that copying would show</source>
        <translation>Täthet och täckning jämför de verkliga och de skapade radernas grannskap; samma mått mot undanhållna rader står bredvid, så att kopiering skulle synas</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Medelvärde</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardavvikelse</translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation>Frö %1</translation>
    </message>
    <message>
        <source>Over several seeds</source>
        <translation>Över flera frön</translation>
    </message>
    <message>
        <source>The same training was repeated with other seeds, and each was judged on the same test rows. The intervals of the means take in both that the test rows are a sample and that training comes out a little different each time</source>
        <translation>Samma träning upprepades med andra frön, och varje upprepning bedömdes på samma testrader. Medelvärdenas intervall tar hänsyn både till att testraderna är ett stickprov och till att träningen blir lite olika varje gång</translation>
    </message>
    <message>
        <source>Usefulness</source>
        <translation>Användbarhet</translation>
    </message>
    <message>
        <source>How well the same classifiers do their task. Always giving the more frequent label needs no data at all: what is not better than that is not useful</source>
        <translation>Hur väl samma klassificerare klarar sin uppgift. Att alltid ge den vanligare etiketten kräver inga data alls: det som inte är bättre än så är inte användbart</translation>
    </message>
    <message>
        <source>Evaluating synthetic rows: quality in depth</source>
        <translation>Utvärderar syntetiska rader: kvalitet i detalj</translation>
    </message>
    <message>
        <source>Evaluating synthetic rows: privacy</source>
        <translation>Utvärderar syntetiska rader: integritet</translation>
    </message>
    <message>
        <source>Evaluating real rows: quality in depth</source>
        <translation>Utvärderar verkliga rader: kvalitet i detalj</translation>
    </message>
    <message>
        <source>Correct the file, or write it again from a run</source>
        <translation>Rätta filen, eller skriv den på nytt från en körning</translation>
    </message>
    <message>
        <source>The file is nested too deeply</source>
        <translation>Filen är för djupt nästlad</translation>
    </message>
    <message>
        <source>Check that it is the right file</source>
        <translation>Kontrollera att det är rätt fil</translation>
    </message>
    <message>
        <source>An object in the file has too many keys</source>
        <translation>Ett objekt i filen har för många nycklar</translation>
    </message>
    <message>
        <source>A file of more than 64 MB is not read</source>
        <translation>En fil på mer än 64 MB läses inte</translation>
    </message>
    <message>
        <source>A number in the file is too large</source>
        <translation>Ett tal i filen är för stort</translation>
    </message>
    <message>
        <source>This is not a JSON object</source>
        <translation>Detta är inte ett JSON-objekt</translation>
    </message>
    <message>
        <source>The value is not a list</source>
        <translation>Värdet är inte en lista</translation>
    </message>
    <message>
        <source>The value is not a whole number, or negative, or too large</source>
        <translation>Värdet är inte ett heltal, eller är negativt eller för stort</translation>
    </message>
    <message>
        <source>The message has too many arguments</source>
        <translation>Meddelandet har för många argument</translation>
    </message>
    <message>
        <source>The level is not between 0 and 1</source>
        <translation>Nivån ligger inte mellan 0 och 1</translation>
    </message>
    <message>
        <source>A file of more than 500 MB is not read</source>
        <translation>En fil på mer än 500 MB läses inte</translation>
    </message>
    <message>
        <source>The losses are damaged</source>
        <translation>Förlusterna är skadade</translation>
    </message>
    <message>
        <source>Restore the file, or repeat the run</source>
        <translation>Återställ filen, eller gör om körningen</translation>
    </message>
    <message>
        <source>The losses are not whole</source>
        <translation>Förlusterna är inte fullständiga</translation>
    </message>
    <message>
        <source>Another seed, epoch %1/%2</source>
        <translation>Ett annat frö, epok %1/%2</translation>
    </message>
    <message>
        <source>it was not computed</source>
        <translation>det beräknades inte</translation>
    </message>
    <message>
        <source>demographic parity ratio</source>
        <translation>demografisk paritetskvot</translation>
    </message>
    <message>
        <source>equalized odds ratio</source>
        <translation>kvot för utjämnade odds</translation>
    </message>
    <message>
        <source>demographic parity difference</source>
        <translation>demografisk paritetsdifferens</translation>
    </message>
    <message>
        <source>equalized odds difference</source>
        <translation>differens för utjämnade odds</translation>
    </message>
    <message>
        <source>equal opportunity ratio</source>
        <translation>kvot för lika möjligheter</translation>
    </message>
    <message>
        <source>equal opportunity difference</source>
        <translation>differens för lika möjligheter</translation>
    </message>
    <message>
        <source>accuracy, of a group if one is named</source>
        <translation>noggrannhet, för en grupp om en anges</translation>
    </message>
    <message>
        <source>precision, of a group if one is named</source>
        <translation>precision, för en grupp om en anges</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>area under the ROC curve, of a group if one is named</source>
        <translation>arean under ROC-kurvan, för en grupp om en anges</translation>
    </message>
    <message>
        <source>base rate of a group</source>
        <translation>en grupps basandel</translation>
    </message>
    <message>
        <source>selection rate of a group</source>
        <translation>en grupps urvalsandel</translation>
    </message>
    <message>
        <source>true-positive rate of a group</source>
        <translation>en grupps andel sanna positiva</translation>
    </message>
    <message>
        <source>false-positive rate of a group</source>
        <translation>en grupps andel falska positiva</translation>
    </message>
    <message>
        <source>false-negative rate of a group</source>
        <translation>en grupps andel falska negativa</translation>
    </message>
    <message>
        <source>mean probability less base rate of a group</source>
        <translation>medelsannolikhet minus basandel för en grupp</translation>
    </message>
    <message>
        <source>expected calibration error of a group</source>
        <translation>förväntat kalibreringsfel för en grupp</translation>
    </message>
    <message>
        <source>alpha-precision</source>
        <translation>alfa-precision</translation>
    </message>
    <message>
        <source>beta-recall</source>
        <translation>beta-återkallning</translation>
    </message>
    <message>
        <source>authenticity</source>
        <translation>autenticitet</translation>
    </message>
    <message>
        <source>AUROC of telling generated rows from real ones</source>
        <translation>AUROC för att skilja skapade rader från verkliga</translation>
    </message>
    <message>
        <source>mean total variation of the columns</source>
        <translation>kolumnernas genomsnittliga totalvariation</translation>
    </message>
    <message>
        <source>AUROC of the group from the latent</source>
        <translation>AUROC för gruppen från det latenta</translation>
    </message>
    <message>
        <source>AUROC of the source row&apos;s group from the generated row</source>
        <translation>AUROC för källradens grupp från den skapade raden</translation>
    </message>
    <message>
        <source>AUROC of the group from the features</source>
        <translation>AUROC för gruppen från särdragen</translation>
    </message>
    <message>
        <source>share of exact copies of training rows</source>
        <translation>andel exakta kopior av träningsrader</translation>
    </message>
    <message>
        <source>share of training rows with a generated row nearer than any other training row</source>
        <translation>andel träningsrader med en skapad rad närmare än någon annan träningsrad</translation>
    </message>
    <message>
        <source>rate at which generated rows are linked back to their source</source>
        <translation>andel skapade rader som kopplas tillbaka till sin källa</translation>
    </message>
    <message>
        <source>AUROC of the membership-inference attack</source>
        <translation>AUROC för medlemskapsangreppet</translation>
    </message>
    <message>
        <source>advantage of the membership-inference attack</source>
        <translation>medlemskapsangreppets försprång</translation>
    </message>
    <message>
        <source>median distance to the closest training record</source>
        <translation>medianavstånd till den närmaste träningsposten</translation>
    </message>
    <message>
        <source>share of decisions that another group&apos;s value would change</source>
        <translation>andel beslut som en annan grupps värde skulle ändra</translation>
    </message>
    <message>
        <source>there are no such rows in this run</source>
        <translation>det finns inga sådana rader i den här körningen</translation>
    </message>
    <message>
        <source>it is a figure of a group, and none is named</source>
        <translation>det är ett mått på en grupp, och ingen anges</translation>
    </message>
    <message>
        <source>it is no figure of a single group</source>
        <translation>det är inte ett mått på en enskild grupp</translation>
    </message>
    <message>
        <source>there is no group “%1”</source>
        <translation>det finns ingen grupp ”%1”</translation>
    </message>
    <message>
        <source>%1 keeps the limit</source>
        <translation>%1 håller gränsen</translation>
    </message>
    <message>
        <source>%1 does not keep the limit</source>
        <translation>%1 håller inte gränsen</translation>
    </message>
    <message>
        <source>no interval was computed, so nothing can be said with confidence</source>
        <translation>inget intervall beräknades, så inget kan sägas med konfidens</translation>
    </message>
    <message>
        <source>%1, one-sided bound %2, keeps the limit</source>
        <translation>%1, ensidig konfidensgräns %2, håller gränsen</translation>
    </message>
    <message>
        <source>%1, one-sided bound %2, does not keep the limit</source>
        <translation>%1, ensidig konfidensgräns %2, håller inte gränsen</translation>
    </message>
    <message>
        <source>Write limits as {&quot;figure&quot;: &quot;dpr&quot;, &quot;at_least&quot;: 0.8, &quot;confidence&quot;: 0.95} or &quot;dpr &gt;= 0.8 with 95 % confidence&quot;</source>
        <translation>Skriv gränser som {&quot;figure&quot;: &quot;dpr&quot;, &quot;at_least&quot;: 0.8, &quot;confidence&quot;: 0.95} eller &quot;dpr &gt;= 0.8 with 95 % confidence&quot;</translation>
    </message>
    <message>
        <source>“%1” is not a number</source>
        <translation>”%1” är inte ett tal</translation>
    </message>
    <message>
        <source>“%1” is not a text</source>
        <translation>”%1” är inte en text</translation>
    </message>
    <message>
        <source>The limit cannot be read</source>
        <translation>Gränsen kan inte läsas</translation>
    </message>
    <message>
        <source>A limit has no key “%1”</source>
        <translation>En gräns har ingen nyckel ”%1”</translation>
    </message>
    <message>
        <source>There is no figure “%1”</source>
        <translation>Det finns inget mått ”%1”</translation>
    </message>
    <message>
        <source>The limit has neither “at_least” nor “at_most”</source>
        <translation>Gränsen har varken ”at_least” eller ”at_most”</translation>
    </message>
    <message>
        <source>The confidence is outside 0.5 to 0.999</source>
        <translation>Konfidensen ligger utanför 0,5 till 0,999</translation>
    </message>
    <message>
        <source>Write 0.95 for 95 %</source>
        <translation>Skriv 0.95 för 95 %</translation>
    </message>
    <message>
        <source>A file of limits of more than 1 MB is not read</source>
        <translation>En fil med gränser på mer än 1 MB läses inte</translation>
    </message>
    <message>
        <source>Correct the line</source>
        <translation>Rätta raden</translation>
    </message>
    <message>
        <source>The file has no list “limits”</source>
        <translation>Filen har ingen lista ”limits”</translation>
    </message>
    <message>
        <source>A file of limits has no key “%1”</source>
        <translation>En fil med gränser har ingen nyckel ”%1”</translation>
    </message>
    <message>
        <source>Use “name” and “limits”</source>
        <translation>Använd ”name” och ”limits”</translation>
    </message>
    <message>
        <source>There are more than 1,000 limits</source>
        <translation>Det finns fler än 1 000 gränser</translation>
    </message>
    <message>
        <source>Split the file</source>
        <translation>Dela upp filen</translation>
    </message>
    <message>
        <source>The file has no limit</source>
        <translation>Filen har ingen gräns</translation>
    </message>
    <message>
        <source>The file is no run.json</source>
        <translation>Filen är ingen run.json</translation>
    </message>
    <message>
        <source>Choose the run.json that a run has left</source>
        <translation>Välj den run.json som en körning har lämnat</translation>
    </message>
    <message>
        <source>The peak of the teacher&apos;s learning rate, which rises and falls once over the stage.</source>
        <translation>Lärarens högsta inlärningstakt; den stiger och sjunker en gång under steget.</translation>
    </message>
    <message>
        <source>Student learning rate</source>
        <translation>Elevens inlärningstakt</translation>
    </message>
    <message>
        <source>The peak of the student&apos;s learning rate, which rises and falls once over the stage; 0 means the teacher&apos;s.</source>
        <translation>Elevens högsta inlärningstakt; den stiger och sjunker en gång under steget. 0 betyder lärarens.</translation>
    </message>
    <message>
        <source>Full judges every source in every way; basic leaves out quality in depth, privacy, explanations and intervals; student judges the student&apos;s rows by XGBoost alone, which is enough for a search.</source>
        <translation>Full bedömer varje källa på alla sätt; basic utelämnar kvalitet i detalj, integritet, förklaringar och intervall; student bedömer elevens rader enbart med XGBoost, vilket räcker för en sökning.</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Frön</translation>
    </message>
    <message>
        <source>How often the models are trained with a seed of their own; with more than one, the student&apos;s intervals take in how much training varies, and the run takes as many times longer.</source>
        <translation>Hur många gånger modellerna tränas med ett eget frö; med fler än ett tar elevens intervall hänsyn till hur mycket träningen varierar, och körningen tar lika många gånger längre tid.</translation>
    </message>
    <message>
        <source>Bootstrap draws</source>
        <translation>Bootstrapdragningar</translation>
    </message>
    <message>
        <source>How often test rows are drawn anew for the intervals of ratios and differences; 0 leaves these intervals out.</source>
        <translation>Hur många gånger testrader dras på nytt för intervallen för kvoter och differenser; 0 utelämnar dessa intervall.</translation>
    </message>
    <message>
        <source>Name one of “groups”</source>
        <translation>Ange en av ”groups”</translation>
    </message>
    <message>
        <source>A pair has two columns</source>
        <translation>Ett par har två kolumner</translation>
    </message>
    <message>
        <source>this is the reference group itself</source>
        <translation>det är referensgruppen själv</translation>
    </message>
    <message>
        <source>this group or the reference group has no rows</source>
        <translation>den här gruppen eller referensgruppen har inga rader</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>there are too few rows to tell copies from others</source>
        <translation>det finns för få rader för att skilja kopior från andra</translation>
    </message>
    <message>
        <source>Use at least two real rows and a generated one</source>
        <translation>Använd minst två verkliga rader och en genererad</translation>
    </message>
    <message>
        <source>share of generated rows j with d(j, i) &gt; d(i, nearest other real row of i), i = the real row nearest to j among all training rows</source>
        <translation>andelen genererade rader j med d(j, i) &gt; d(i, den närmaste andra verkliga raden till i), i = den verkliga rad bland alla träningsrader som är närmast j</translation>
    </message>
    <message>
        <source>A classifier is trained on each source&apos;s rows and judged on held-out real rows that it never saw</source>
        <translation>En klassificerare tränas på varje källas rader och bedöms på undanhållna verkliga rader som den aldrig har sett</translation>
    </message>
    <message>
        <source>A classifier is trained on each source&apos;s rows and judged on held-out real rows that neither it nor the models ever saw</source>
        <translation>En klassificerare tränas på varje källas rader och bedöms på undanhållna verkliga rader som varken den eller modellerna någonsin har sett</translation>
    </message>
    <message>
        <source>DPR is the lowest selection rate of a group divided by the highest, EOR the same for true and false positive rates, the smaller of the two; 1 means equal. Ranges in brackets are intervals; beneath each table stands what varies in them</source>
        <translation>DPR är en grupps lägsta urvalsandel delad med den högsta, EOR detsamma för andelarna sant och falskt positiva, den minsta av de båda; 1 betyder lika. Intervall står inom parentes; under varje tabell står vad som varierar i dem</translation>
    </message>
    <message>
        <source>reading the data</source>
        <translation>läsa data</translation>
    </message>
    <message>
        <source>training the teacher</source>
        <translation>träna läraren</translation>
    </message>
    <message>
        <source>distilling the student</source>
        <translation>destillera studenten</translation>
    </message>
    <message>
        <source>judging</source>
        <translation>bedöma</translation>
    </message>
    <message>
        <source>That meets the 80 % rule, and so does its whole %1 interval from %2 to %3 over test rows and seeds</source>
        <translation>Det uppfyller 80 %-regeln, och det gör också hela dess %1-intervall från %2 till %3 över testrader och frön</translation>
    </message>
    <message>
        <source>That meets the 80 % rule, and so does its whole %1 interval from %2 to %3 over test rows</source>
        <translation>Det uppfyller 80 %-regeln, och det gör också hela dess %1-intervall från %2 till %3 över testrader</translation>
    </message>
    <message>
        <source>That misses the 80 % rule, and so does its whole %1 interval from %2 to %3 over test rows and seeds</source>
        <translation>Det uppfyller inte 80 %-regeln, och det gör inte heller något i dess %1-intervall från %2 till %3 över testrader och frön</translation>
    </message>
    <message>
        <source>That misses the 80 % rule, and so does its whole %1 interval from %2 to %3 over test rows</source>
        <translation>Det uppfyller inte 80 %-regeln, och det gör inte heller något i dess %1-intervall från %2 till %3 över testrader</translation>
    </message>
    <message>
        <source>Whether that meets the 80 % rule is not settled: its %1 interval runs from %2 to %3 over test rows and seeds</source>
        <translation>Om det uppfyller 80 %-regeln är inte avgjort: dess %1-intervall går från %2 till %3 över testrader och frön</translation>
    </message>
    <message>
        <source>Whether that meets the 80 % rule is not settled: its %1 interval runs from %2 to %3 over test rows</source>
        <translation>Om det uppfyller 80 %-regeln är inte avgjort: dess %1-intervall går från %2 till %3 över testrader</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Arkitektur</translation>
    </message>
    <message>
        <source>Hidden layers, latent dimensions and width of the teacher; beta goes with the latent dimensions.</source>
        <translation>Lärarens dolda lager, latenta dimensioner och bredd; beta följer med de latenta dimensionerna.</translation>
    </message>
    <message>
        <source>Head to head</source>
        <translation>Sida vid sida</translation>
    </message>
    <message>
        <source>Fairloom and other methods on all open data sets, with both controls.</source>
        <translation>Fairloom och andra metoder på alla öppna datamängder, med båda kontrollerna.</translation>
    </message>
    <message>
        <source>Imbalance and dimension</source>
        <translation>Obalans och dimension</translation>
    </message>
    <message>
        <source>The favourable label from half of the rows to one in a hundred, up to 500 columns of noise, and the smallest group from half of the rows to one in fifty.</source>
        <translation>Den gynnsamma etiketten från hälften av raderna till en på hundra, upp till 500 kolumner brus, och den minsta gruppen från hälften av raderna till en på femtio.</translation>
    </message>
    <message>
        <source>Which loss?</source>
        <translation>Vilken förlust?</translation>
    </message>
    <message>
        <source>Four distillation losses, each with five seeds.</source>
        <translation>Fyra destillationsförluster, var och en med fem frön.</translation>
    </message>
    <message>
        <source>Several sensitive attributes</source>
        <translation>Flera känsliga attribut</translation>
    </message>
    <message>
        <source>Each sensitive attribute alone, and both together with their intersections.</source>
        <translation>Varje känsligt attribut för sig, och båda tillsammans med sina korsningar.</translation>
    </message>
    <message>
        <source>Loss weights</source>
        <translation>Förlustvikter</translation>
    </message>
    <message>
        <source>Lambda, the weight of the KL term in distillation, from none to ten, with each loss.</source>
        <translation>Lambda, vikten för KL-termen i destillationen, från noll till tio, med varje förlust.</translation>
    </message>
    <message>
        <source>Another process is at work on this run</source>
        <translation>En annan process arbetar med denna körning</translation>
    </message>
    <message>
        <source>Wait until it has ended, or choose another folder</source>
        <translation>Vänta tills den är klar, eller välj en annan mapp</translation>
    </message>
    <message>
        <source>The run needed more than the %1 of memory that it was allowed</source>
        <translation>Körningen behövde mer än de %1 minne som den fick ta</translation>
    </message>
    <message>
        <source>Raise --memory-limit, or take a smaller batch or fewer rows</source>
        <translation>Höj --memory-limit, eller ta en mindre sats eller färre rader</translation>
    </message>
    <message>
        <source>Folder that keeps trained teachers for other runs on the same data with the same settings of the teacher</source>
        <translation>Mapp som behåller tränade lärare för andra körningar på samma data med samma inställningar för läraren</translation>
    </message>
    <message>
        <source>Megabytes of memory that the run may take; it fails rather than take more</source>
        <translation>Megabyte minne som körningen får ta; den misslyckas hellre än tar mer</translation>
    </message>
    <message>
        <source>Begin even if there seems to be too little memory</source>
        <translation>Börja även om minnet verkar vara för litet</translation>
    </message>
    <message>
        <source>Process of the queue that starts the run</source>
        <translation>Processen för den kö som startar körningen</translation>
    </message>
    <message>
        <source>There is no such file, and no ready study of that name</source>
        <translation>Det finns ingen sådan fil, och ingen färdig studie med det namnet</translation>
    </message>
    <message>
        <source>Check the path, or choose one of these: %1</source>
        <translation>Kontrollera sökvägen, eller välj en av dessa: %1</translation>
    </message>
    <message>
        <source>Options of a data set are given without it</source>
        <translation>Alternativ för en datamängd är angivna utan den</translation>
    </message>
    <message>
        <source>Name the data set with --data, or leave the options out</source>
        <translation>Ange datamängden med --data, eller utelämna alternativen</translation>
    </message>
    <message>
        <source>Another process runs a study in this folder</source>
        <translation>En annan process kör en studie i denna mapp</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 av %2 körningar</translation>
    </message>
    <message>
        <source>%1: done in %2 s; %3</source>
        <translation>%1: klar på %2 s; %3</translation>
    </message>
    <message>
        <source>%1: failed; %2</source>
        <translation>%1: misslyckades; %2</translation>
    </message>
    <message>
        <source>The study&apos;s JSON file, or the name of a ready study: %1</source>
        <translation>Studiens JSON-fil, eller namnet på en färdig studie: %1</translation>
    </message>
    <message>
        <source>Folder for the study&apos;s runs and tables; the window opens it as a project</source>
        <translation>Mapp för studiens körningar och tabeller; fönstret öppnar den som ett projekt</translation>
    </message>
    <message>
        <source>The data set that the study is about, in place of its own</source>
        <translation>Datamängden som studien handlar om, i stället för dess egen</translation>
    </message>
    <message>
        <source>Folder with the data sets that the study names by $FAIRLOOM_DATA_DIR; the variable counts if this is left out</source>
        <translation>Mapp med de datamängder som studien anger med $FAIRLOOM_DATA_DIR; variabeln gäller om detta utelämnas</translation>
    </message>
    <message>
        <source>Where runs are made: local, or slurm for a cluster&apos;s job array</source>
        <translation>Var körningar görs: local, eller slurm för en jobbmatris på ett kluster</translation>
    </message>
    <message>
        <source>Runs at once; 0 means as many as cores and memory take</source>
        <translation>Körningar samtidigt; 0 betyder så många som kärnor och minne räcker till</translation>
    </message>
    <message>
        <source>Megabytes of memory for all runs together; 0 means what the machine has free</source>
        <translation>Megabyte minne för alla körningar tillsammans; 0 betyder det som är ledigt på maskinen</translation>
    </message>
    <message>
        <source>The file system has no locks (%1)</source>
        <translation>Filsystemet har inga lås (%1)</translation>
    </message>
    <message>
        <source>Choose a folder on another disk</source>
        <translation>Välj en mapp på en annan disk</translation>
    </message>
    <message>
        <source>A share of %1 is not between 0 and 1</source>
        <translation>En andel på %1 ligger inte mellan 0 och 1</translation>
    </message>
    <message>
        <source>Write 0.1 for 10 %, or 0 to leave the rows as they are</source>
        <translation>Skriv 0.1 för 10 %, eller 0 för att lämna raderna som de är</translation>
    </message>
    <message>
        <source>The number of noise columns is negative</source>
        <translation>Antalet bruskolumner är negativt</translation>
    </message>
    <message>
        <source>Use 0 for none</source>
        <translation>Använd 0 för inga</translation>
    </message>
    <message>
        <source>Noise columns cannot be added beside pictures</source>
        <translation>Bruskolumner kan inte läggas till vid sidan av bilder</translation>
    </message>
    <message>
        <source>Use 0 noise columns, or a table</source>
        <translation>Använd 0 bruskolumner, eller en tabell</translation>
    </message>
    <message>
        <source>No choice of rows has the shares that are asked for</source>
        <translation>Inget urval av rader har de andelar som begärs</translation>
    </message>
    <message>
        <source>Ask for one share only, or open a file with rows of every group and label</source>
        <translation>Begär bara en andel, eller öppna en fil med rader för varje grupp och etikett</translation>
    </message>
    <message>
        <source>Only %1 training rows of “%2” would be left</source>
        <translation>Bara %1 träningsrader för ”%2” skulle bli kvar</translation>
    </message>
    <message>
        <source>Only %1 test rows of “%2” would be left</source>
        <translation>Bara %1 testrader för ”%2” skulle bli kvar</translation>
    </message>
    <message>
        <source>Ask for a less extreme share or for more rows, or open a larger file</source>
        <translation>Begär en mindre extrem andel eller fler rader, eller öppna en större fil</translation>
    </message>
    <message>
        <source>The data were made harder on purpose: %1 of %2 training rows and %3 of %4 test rows are used, and %5 columns of noise were added</source>
        <translation>Data gjordes svårare med avsikt: %1 av %2 träningsrader och %3 av %4 testrader används, och %5 kolumner brus lades till</translation>
    </message>
    <message>
        <source>A classifier trained on the other method&apos;s rows selects the group &quot;%1&quot; at %2 of the rate of &quot;%3&quot;, measured on held-out real rows; trained on the real rows, the least selected group stands at %4</source>
        <translation>En klassificerare tränad på den andra metodens rader väljer gruppen ”%1” med %2 av andelen för ”%3”, mätt på undanhållna verkliga rader; tränad på de verkliga raderna ligger den minst valda gruppen på %4</translation>
    </message>
    <message>
        <source>These are the real rows themselves, drawn anew or changed: they are personal data as the original is</source>
        <translation>Detta är de verkliga raderna själva, dragna på nytt eller ändrade: de är personuppgifter precis som originalet</translation>
    </message>
    <message>
        <source>other method</source>
        <translation>annan metod</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metod</translation>
    </message>
    <message>
        <source>What the method takes</source>
        <translation>Vad metoden kräver</translation>
    </message>
    <message>
        <source>Training, seconds</source>
        <translation>Träning, sekunder</translation>
    </message>
    <message>
        <source>First row, milliseconds</source>
        <translation>Första raden, millisekunder</translation>
    </message>
    <message>
        <source>Rows a second</source>
        <translation>Rader per sekund</translation>
    </message>
    <message>
        <source>Memory at most, megabytes</source>
        <translation>Minne som mest, megabyte</translation>
    </message>
    <message>
        <source>A causal graph needs a table, and these rows show pictures</source>
        <translation>En kausal graf kräver en tabell, och dessa rader visar bilder</translation>
    </message>
    <message>
        <source>Choose another method</source>
        <translation>Välj en annan metod</translation>
    </message>
    <message>
        <source>“%1” is no kind of fairness that a causal graph is cut for</source>
        <translation>”%1” är ingen sorts rättvisa som en kausal graf beskärs för</translation>
    </message>
    <message>
        <source>Choose “none”, “ftu”, “cf” or “dp”</source>
        <translation>Välj ”none”, ”ftu”, ”cf” eller ”dp”</translation>
    </message>
    <message>
        <source>Write {&quot;edges&quot;: [[&quot;cause&quot;, &quot;effect&quot;], ...], &quot;explaining&quot;: [&quot;column&quot;, ...]}</source>
        <translation>Skriv {&quot;edges&quot;: [[&quot;cause&quot;, &quot;effect&quot;], ...], &quot;explaining&quot;: [&quot;column&quot;, ...]}</translation>
    </message>
    <message>
        <source>A file of a causal graph of more than 1 MB is not read</source>
        <translation>En fil med en kausal graf på mer än 1 MB läses inte</translation>
    </message>
    <message>
        <source>The file is no causal graph</source>
        <translation>Filen är ingen kausal graf</translation>
    </message>
    <message>
        <source>A column is named by a text</source>
        <translation>En kolumn anges med en text</translation>
    </message>
    <message>
        <source>There is no generated column named &quot;%1&quot;</source>
        <translation>Det finns ingen skapad kolumn med namnet ”%1”</translation>
    </message>
    <message>
        <source>An edge is a list of two columns</source>
        <translation>En kant är en lista med två kolumner</translation>
    </message>
    <message>
        <source>Column %1 cannot cause itself</source>
        <translation>Kolumnen %1 kan inte orsaka sig själv</translation>
    </message>
    <message>
        <source>Remove the edge</source>
        <translation>Ta bort kanten</translation>
    </message>
    <message>
        <source>The edges go in a circle: %1</source>
        <translation>Kanterna går i en cirkel: %1</translation>
    </message>
    <message>
        <source>Remove one of these edges</source>
        <translation>Ta bort en av dessa kanter</translation>
    </message>
    <message>
        <source>The file has no list “edges”</source>
        <translation>Filen har ingen lista ”edges”</translation>
    </message>
    <message>
        <source>A causal graph has no key “%1”</source>
        <translation>En kausal graf har ingen nyckel ”%1”</translation>
    </message>
    <message>
        <source>Use “edges” and “explaining”</source>
        <translation>Använd ”edges” och ”explaining”</translation>
    </message>
    <message>
        <source>There are more than 100,000 edges</source>
        <translation>Det finns fler än 100 000 kanter</translation>
    </message>
    <message>
        <source>“explaining” is no list of columns</source>
        <translation>”explaining” är ingen lista med kolumner</translation>
    </message>
    <message>
        <source>Column %1 is sensitive or the target and can explain nothing</source>
        <translation>Kolumnen %1 är känslig eller målet och kan inte förklara något</translation>
    </message>
    <message>
        <source>Name features only</source>
        <translation>Ange bara särdrag</translation>
    </message>
    <message>
        <source>The correlation remover takes tables, not pictures</source>
        <translation>Korrelationsborttagaren tar tabeller, inte bilder</translation>
    </message>
    <message>
        <source>The correlation remover would make %1 columns of numbers, which is too much</source>
        <translation>Korrelationsborttagaren skulle göra %1 kolumner med tal, vilket är för mycket</translation>
    </message>
    <message>
        <source>Merge rare values of the columns that have many, or ignore these columns</source>
        <translation>Slå samman sällsynta värden i de kolumner som har många, eller ignorera dessa kolumner</translation>
    </message>
    <message>
        <source>DECAF, epoch %1/%2</source>
        <translation>DECAF, epok %1/%2</translation>
    </message>
    <message>
        <source>Hardly any generated row has values of %1 that go together in the training rows</source>
        <translation>Knappt någon skapad rad har värden i %1 som hör ihop i träningsraderna</translation>
    </message>
    <message>
        <source>Train longer, or connect these columns in the causal graph</source>
        <translation>Träna längre, eller förbind dessa kolumner i den kausala grafen</translation>
    </message>
    <message>
        <source>There is no method “%1”</source>
        <translation>Det finns ingen metod ”%1”</translation>
    </message>
    <message>
        <source>Choose one of those that --help names</source>
        <translation>Välj en av dem som --help anger</translation>
    </message>
    <message>
        <source>Drawing rows</source>
        <translation>Drar rader</translation>
    </message>
    <message>
        <source>TabFairGAN cannot train for %1 epochs</source>
        <translation>TabFairGAN kan inte träna i %1 epoker</translation>
    </message>
    <message>
        <source>Choose 0 or more</source>
        <translation>Välj 0 eller mer</translation>
    </message>
    <message>
        <source>TabFairGAN cannot have %1 rows in a batch</source>
        <translation>TabFairGAN kan inte ha %1 rader i en sats</translation>
    </message>
    <message>
        <source>TabFairGAN cannot weigh parity with %1</source>
        <translation>TabFairGAN kan inte vikta paritet med %1</translation>
    </message>
    <message>
        <source>TabFairGAN cannot learn with the rate %1</source>
        <translation>TabFairGAN kan inte lära sig med takten %1</translation>
    </message>
    <message>
        <source>TabFairGAN cannot have %1 fair epochs where there are %2 in all</source>
        <translation>TabFairGAN kan inte ha %1 rättvisa epoker när det finns %2 totalt</translation>
    </message>
    <message>
        <source>Choose fewer fair epochs, or more epochs</source>
        <translation>Välj färre rättvisa epoker, eller fler epoker</translation>
    </message>
    <message>
        <source>TabFairGAN needs %1 MB of memory for rows of %2 values, and %3 MB are free</source>
        <translation>TabFairGAN behöver %1 MB minne för rader med %2 värden, och %3 MB är lediga</translation>
    </message>
    <message>
        <source>Leave out the columns with the most categories</source>
        <translation>Utelämna kolumnerna med flest kategorier</translation>
    </message>
    <message>
        <source>TabFairGAN makes tables, and the column %1 holds pictures</source>
        <translation>TabFairGAN gör tabeller, och kolumnen %1 innehåller bilder</translation>
    </message>
    <message>
        <source>TabFairGAN diverged in epoch %1: a loss is no longer a finite number</source>
        <translation>TabFairGAN divergerade i epok %1: en förlust är inte längre ett ändligt tal</translation>
    </message>
    <message>
        <source>Lower the learning rate of the rival and train again</source>
        <translation>Sänk den andra metodens inlärningstakt och träna igen</translation>
    </message>
    <message>
        <source>TabFairGAN, epoch %1/%2</source>
        <translation>TabFairGAN, epok %1/%2</translation>
    </message>
    <message>
        <source>DPR</source>
        <translation>DPR</translation>
    </message>
    <message>
        <source>EOR</source>
        <translation>EOR</translation>
    </message>
    <message>
        <source>DPD</source>
        <translation>DPD</translation>
    </message>
    <message>
        <source>EOD</source>
        <translation>EOD</translation>
    </message>
    <message>
        <source>F1 score</source>
        <translation>F1-värde</translation>
    </message>
    <message>
        <source>area under the ROC curve</source>
        <translation>arean under ROC-kurvan</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>demographic parity ratio, tested on synthetic rows</source>
        <translation>demografisk paritetskvot, prövad på syntetiska rader</translation>
    </message>
    <message>
        <source>TSTS DPR</source>
        <translation>TSTS-DPR</translation>
    </message>
    <message>
        <source>density of the generated rows</source>
        <translation>de genererade radernas täthet</translation>
    </message>
    <message>
        <source>coverage of the real rows</source>
        <translation>täckning av de verkliga raderna</translation>
    </message>
    <message>
        <source>leakage: AUROC of the group from the latent</source>
        <translation>läckage: AUROC för gruppen ur latenten</translation>
    </message>
    <message>
        <source>leakage</source>
        <translation>läckage</translation>
    </message>
    <message>
        <source>accuracy from the latent</source>
        <translation>träffsäkerhet ur latenten</translation>
    </message>
    <message>
        <source>accuracy from z</source>
        <translation>träffsäkerhet ur z</translation>
    </message>
    <message>
        <source>demographic parity ratio from the latent</source>
        <translation>demografisk paritetskvot ur latenten</translation>
    </message>
    <message>
        <source>DPR from z</source>
        <translation>DPR ur z</translation>
    </message>
    <message>
        <source>training time of the student</source>
        <translation>elevens träningstid</translation>
    </message>
    <message>
        <source>training time</source>
        <translation>träningstid</translation>
    </message>
    <message>
        <source>training</source>
        <translation>träning</translation>
    </message>
    <message>
        <source>time of the whole run</source>
        <translation>hela körningens tid</translation>
    </message>
    <message>
        <source>time</source>
        <translation>tid</translation>
    </message>
    <message>
        <source>time to make the first row</source>
        <translation>tid till första raden</translation>
    </message>
    <message>
        <source>first row</source>
        <translation>första raden</translation>
    </message>
    <message>
        <source>rows made per second</source>
        <translation>rader per sekund</translation>
    </message>
    <message>
        <source>rows/s</source>
        <translation>rader/s</translation>
    </message>
    <message>
        <source>peak memory</source>
        <translation>minne som mest</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>minne</translation>
    </message>
    <message>
        <source>not computed in this run</source>
        <translation>inte beräknat i den här körningen</translation>
    </message>
    <message>
        <source>plain VAE</source>
        <translation>enkel VAE</translation>
    </message>
    <message>
        <source>correlation remover</source>
        <translation>korrelationsborttagare</translation>
    </message>
    <message>
        <source>reweighing</source>
        <translation>omviktning</translation>
    </message>
    <message>
        <source>imported rows</source>
        <translation>importerade rader</translation>
    </message>
    <message>
        <source>a difference over seeds needs at least two seeds that both have; there are %1</source>
        <translation>en skillnad över frön behöver minst två frön som båda har; det finns %1</translation>
    </message>
    <message>
        <source>%1 and %2 cannot be compared in %3: %4</source>
        <translation>%1 och %2 kan inte jämföras i %3: %4</translation>
    </message>
    <message>
        <source>No difference in %3 is shown between %1 and %2: %4 (%5 % interval %6 to %7, %8 seeds)</source>
        <translation>Ingen skillnad i %3 påvisas mellan %1 och %2: %4 (%5 % intervall %6 till %7, %8 frön)</translation>
    </message>
    <message>
        <source>%1 is higher than %2 in %3: %4 (%5 % interval %6 to %7, %8 seeds)</source>
        <translation>%1 är högre än %2 i %3: %4 (%5 % intervall %6 till %7, %8 frön)</translation>
    </message>
    <message>
        <source>%1 is lower than %2 in %3: %4 (%5 % interval %6 to %7, %8 seeds)</source>
        <translation>%1 är lägre än %2 i %3: %4 (%5 % intervall %6 till %7, %8 frön)</translation>
    </message>
    <message>
        <source>Another process is still at work on “%1”</source>
        <translation>En annan process arbetar fortfarande med ”%1”</translation>
    </message>
    <message>
        <source>“%1” needs %2 of memory, and %3 are free: it waits for other runs and programs to end</source>
        <translation>”%1” behöver %2 minne, och %3 är fritt: den väntar på att andra körningar och program ska avslutas</translation>
    </message>
    <message>
        <source>The run needs about %1 of memory, and is allowed %2</source>
        <translation>Körningen behöver omkring %1 minne, och får ta %2</translation>
    </message>
    <message>
        <source>The run needs about %1 of memory, and %2 are free</source>
        <translation>Körningen behöver omkring %1 minne, och %2 är fritt</translation>
    </message>
    <message>
        <source>Close other programs, take fewer rows (--train-rows, --rows) or a smaller batch, or try it with --ignore-memory</source>
        <translation>Stäng andra program, ta färre rader (--train-rows, --rows) eller en mindre batch, eller försök med --ignore-memory</translation>
    </message>
    <message>
        <source>Close other programs, take fewer rows or a smaller batch, or try it with --ignore-memory</source>
        <translation>Stäng andra program, ta färre rader eller en mindre batch, eller försök med --ignore-memory</translation>
    </message>
    <message>
        <source>The project has this study with other settings of “%1”</source>
        <translation>Projektet har den här studien med andra inställningar för ”%1”</translation>
    </message>
    <message>
        <source>Give the study another name, choose another folder, or have its runs replaced</source>
        <translation>Ge studien ett annat namn, välj en annan mapp, eller låt dess körningar ersättas</translation>
    </message>
    <message>
        <source>The study is running</source>
        <translation>Studien pågår</translation>
    </message>
    <message>
        <source>Cancel it first</source>
        <translation>Avbryt den först</translation>
    </message>
    <message>
        <source>Slurm&apos;s commands sbatch and squeue are not there</source>
        <translation>Slurms kommandon sbatch och squeue finns inte</translation>
    </message>
    <message>
        <source>Install them (Debian: slurm-client), work on a machine of the cluster, or choose the executor local</source>
        <translation>Installera dem (Debian: slurm-client), arbeta på en maskin i klustret, eller välj exekveraren local</translation>
    </message>
    <message>
        <source>Slurm does not answer; what it was given goes on</source>
        <translation>Slurm svarar inte; det som lämnats till det fortsätter</translation>
    </message>
    <message>
        <source>Slurm lets the tasks wait (%1)</source>
        <translation>Slurm låter uppgifterna vänta (%1)</translation>
    </message>
    <message>
        <source>Slurm has ended the task before it was done; what it printed is in %1</source>
        <translation>Slurm har avslutat uppgiften innan den var klar; vad den skrev ut finns i %1</translation>
    </message>
    <message>
        <source>Slurm has not taken the study (%1)</source>
        <translation>Slurm har inte tagit emot studien (%1)</translation>
    </message>
    <message>
        <source>Change --threads or --memory, ask whoever runs the cluster, or choose the executor local</source>
        <translation>Ändra --threads eller --memory, fråga den som sköter klustret, eller välj exekveraren local</translation>
    </message>
    <message>
        <source>There is no executor “%1”</source>
        <translation>Det finns ingen exekverare ”%1”</translation>
    </message>
    <message>
        <source>Choose local or slurm</source>
        <translation>Välj local eller slurm</translation>
    </message>
    <message>
        <source>Another process runs this project&apos;s studies; this one waits until it has ended</source>
        <translation>En annan process kör projektets studier; den här väntar tills den är klar</translation>
    </message>
    <message>
        <source>The system has ended the process because memory had run out; close other programs, or make the run smaller</source>
        <translation>Systemet har avslutat processen eftersom minnet tog slut; stäng andra program, eller gör körningen mindre</translation>
    </message>
    <message>
        <source>The process was killed, most likely because memory had run out; close other programs, or make the run smaller</source>
        <translation>Processen avbröts, troligen eftersom minnet tog slut; stäng andra program, eller gör körningen mindre</translation>
    </message>
    <message>
        <source>The process crashed (signal %1); what it printed is in %2</source>
        <translation>Processen kraschade (signal %1); vad den skrev ut finns i %2</translation>
    </message>
    <message>
        <source>The process ended without a result; what it printed is in %1</source>
        <translation>Processen slutade utan resultat; vad den skrev ut finns i %1</translation>
    </message>
    <message>
        <source>The process ended with status %1; what it printed is in %2</source>
        <translation>Processen slutade med status %1; vad den skrev ut finns i %2</translation>
    </message>
    <message>
        <source>The queue that this run belongs to has ended</source>
        <translation>Kön som den här körningen hör till har avslutats</translation>
    </message>
    <message>
        <source>Start the queue again</source>
        <translation>Starta kön igen</translation>
    </message>
    <message>
        <source>The method “%1” takes tables, not pictures</source>
        <translation>Metoden ”%1” tar tabeller, inte bilder</translation>
    </message>
    <message>
        <source>Choose fairloom, vae, fairdisco or reweighing</source>
        <translation>Välj fairloom, vae, fairdisco eller reweighing</translation>
    </message>
    <message>
        <source>Several seeds in one run are for Fairloom&apos;s own method; to compare seeds of another one, run it in a study</source>
        <translation>Flera frön i en körning är till för Fairlooms egen metod; kör en annan metod i en studie för att jämföra dess frön</translation>
    </message>
    <message>
        <source>The correlation remover makes no rows: its classifiers see numbers without the part that goes with the group, and not the group; density and coverage of such numbers mean nothing and are left out</source>
        <translation>Korrelationsborttagaren gör inga rader: dess klassificerare ser tal utan den del som följer gruppen, och inte gruppen själv; täthet och täckning för sådana tal betyder ingenting och utelämnas</translation>
    </message>
    <message>
        <source>What makes the rows: Fairloom&apos;s own teacher and student, or another method to compare it with: a plain VAE without fairness, the teacher alone (FairDisCo), TabFairGAN, DECAF, or the real rows without correlation or reweighed.</source>
        <translation>Vad som gör raderna: Fairlooms egen lärare och elev, eller en annan metod att jämföra med: en enkel VAE utan rättvisa, läraren ensam (FairDisCo), TabFairGAN, DECAF, eller de verkliga raderna utan korrelation eller omviktade.</translation>
    </message>
    <message>
        <source>How strongly the teacher is held to forget the sensitive attribute: of tables 7 is mild and 9 strict, of pictures 6.5 and 7.5, each with eight latent dimensions; every further dimension wants about 0.45 more; 0 switches the fairness term off.</source>
        <translation>Hur hårt läraren hålls till att glömma det känsliga attributet: för tabeller är 7 milt och 9 strängt, för bilder 6.5 och 7.5, båda med åtta latenta dimensioner; varje ytterligare dimension vill ha ungefär 0.45 mer; 0 stänger av rättvisetermen.</translation>
    </message>
    <message>
        <source>Training rows used</source>
        <translation>Använda träningsrader</translation>
    </message>
    <message>
        <source>How many of the training rows are used, drawn at random; 0 means all.</source>
        <translation>Hur många av träningsraderna som används, slumpvis dragna; 0 betyder alla.</translation>
    </message>
    <message>
        <source>Share of the favourable label</source>
        <translation>Andel med gynnsam etikett</translation>
    </message>
    <message>
        <source>Leaves out rows, of training and test alike, until the favourable label has this share; 0 leaves the data as they are.</source>
        <translation>Utelämnar rader, ur både träning och test, tills den gynnsamma etiketten har den här andelen; 0 låter data vara som de är.</translation>
    </message>
    <message>
        <source>Share of the smallest group</source>
        <translation>Den minsta gruppens andel</translation>
    </message>
    <message>
        <source>Leaves out rows, of training and test alike, until the smallest group has this share; 0 leaves the data as they are.</source>
        <translation>Utelämnar rader, ur både träning och test, tills den minsta gruppen har den här andelen; 0 låter data vara som de är.</translation>
    </message>
    <message>
        <source>Noise columns</source>
        <translation>Bruskolumner</translation>
    </message>
    <message>
        <source>Adds so many columns of random numbers and categories that say nothing, to see how a method bears many columns.</source>
        <translation>Lägger till så många kolumner med slumpvisa tal och kategorier som inte säger något, för att se hur en metod tål många kolumner.</translation>
    </message>
    <message>
        <source>Epochs of the rival</source>
        <translation>Rivalens epoker</translation>
    </message>
    <message>
        <source>How many times TabFairGAN or DECAF see all training rows; 0 means as often as their public programs do.</source>
        <translation>Hur många gånger TabFairGAN eller DECAF ser alla träningsrader; 0 betyder så ofta som deras offentliga program gör.</translation>
    </message>
    <message>
        <source>Fair epochs of TabFairGAN</source>
        <translation>TabFairGANs rättvisa epoker</translation>
    </message>
    <message>
        <source>In how many of its last epochs TabFairGAN counts parity between groups; 0 means a quarter of them.</source>
        <translation>I hur många av sina sista epoker TabFairGAN räknar paritet mellan grupper; 0 betyder en fjärdedel av dem.</translation>
    </message>
    <message>
        <source>Parity weight of TabFairGAN</source>
        <translation>TabFairGANs paritetsvikt</translation>
    </message>
    <message>
        <source>How strongly TabFairGAN is held to parity in its fair epochs; 0 means 0.5.</source>
        <translation>Hur hårt TabFairGAN hålls till paritet i sina rättvisa epoker; 0 betyder 0.5.</translation>
    </message>
    <message>
        <source>Batch size of the rival</source>
        <translation>Rivalens batchstorlek</translation>
    </message>
    <message>
        <source>How many rows go into one training step of TabFairGAN or DECAF; 0 means as many as in their public programs.</source>
        <translation>Hur många rader som ingår i ett träningssteg för TabFairGAN eller DECAF; 0 betyder så många som i deras offentliga program.</translation>
    </message>
    <message>
        <source>Learning rate of the rival</source>
        <translation>Rivalens inlärningstakt</translation>
    </message>
    <message>
        <source>The learning rate of TabFairGAN or DECAF; 0 means that of their public programs.</source>
        <translation>Inlärningstakten för TabFairGAN eller DECAF; 0 betyder den i deras offentliga program.</translation>
    </message>
    <message>
        <source>Fairness of DECAF</source>
        <translation>DECAFs rättvisa</translation>
    </message>
    <message>
        <source>Which edges of the causal graph DECAF cuts: none; the direct one from the sensitive attribute (ftu); paths that nothing explains (cf); all that lead from it to the target (dp).</source>
        <translation>Vilka kanter i kausalgrafen DECAF klipper: inga; den direkta från det känsliga attributet (ftu); vägar som inget förklarar (cf); alla som leder från det till målet (dp).</translation>
    </message>
    <message>
        <source>Causal graph</source>
        <translation>Kausalgraf</translation>
    </message>
    <message>
        <source>A JSON file with the edges of DECAF&apos;s causal graph; empty means that a simple one is estimated.</source>
        <translation>En JSON-fil med kanterna i DECAFs kausalgraf; tomt betyder att en enkel graf skattas.</translation>
    </message>
    <message>
        <source>The value is damaged or of another kind</source>
        <translation>Värdet är skadat eller av annat slag</translation>
    </message>
    <message>
        <source>Look for the project&apos;s runs again: what was damaged is read from their folders</source>
        <translation>Sök projektets körningar på nytt: det som var skadat läses ur deras mappar</translation>
    </message>
    <message>
        <source>The project was written by a newer version of Fairloom</source>
        <translation>Projektet skrevs av en nyare version av Fairloom</translation>
    </message>
    <message>
        <source>Open the data again</source>
        <translation>Öppna data igen</translation>
    </message>
    <message>
        <source>The file is no project of Fairloom</source>
        <translation>Filen är inget Fairloom-projekt</translation>
    </message>
    <message>
        <source>Open it with that version</source>
        <translation>Öppna det med den versionen</translation>
    </message>
    <message>
        <source>Correct the file, or remove it: the project&apos;s runs stay</source>
        <translation>Rätta filen, eller ta bort den: projektets körningar blir kvar</translation>
    </message>
    <message>
        <source>A project&apos;s state of more than 64 MB is not stored</source>
        <translation>Ett projekttillstånd på mer än 64 MB lagras inte</translation>
    </message>
    <message>
        <source>Make the schema shorter</source>
        <translation>Gör schemat kortare</translation>
    </message>
    <message>
        <source>The folder cannot be read (%1)</source>
        <translation>Mappen kan inte läsas (%1)</translation>
    </message>
    <message>
        <source>A run&apos;s folder lies outside of the project</source>
        <translation>En körnings mapp ligger utanför projektet</translation>
    </message>
    <message>
        <source>Remove the run, or move its folder to the project&apos;s other runs</source>
        <translation>Ta bort körningen, eller flytta dess mapp till projektets andra körningar</translation>
    </message>
    <message>
        <source>The curves are damaged</source>
        <translation>Kurvorna är skadade</translation>
    </message>
    <message>
        <source>The folder cannot be made</source>
        <translation>Mappen kan inte skapas</translation>
    </message>
    <message>
        <source>There is no such run in the project</source>
        <translation>Det finns ingen sådan körning i projektet</translation>
    </message>
    <message>
        <source>Open the project again</source>
        <translation>Öppna projektet igen</translation>
    </message>
    <message>
        <source>The run&apos;s folder cannot be made (%1)</source>
        <translation>Körningens mapp kan inte skapas (%1)</translation>
    </message>
    <message>
        <source>Make room and check the permissions</source>
        <translation>Ge plats och kontrollera rättigheterna</translation>
    </message>
    <message>
        <source>Another program works in the run&apos;s folder</source>
        <translation>Ett annat program arbetar i körningens mapp</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>The run has no name</source>
        <translation>Körningen har inget namn</translation>
    </message>
    <message>
        <source>Give it one</source>
        <translation>Ge den ett</translation>
    </message>
    <message>
        <source>Another run is called %1</source>
        <translation>En annan körning heter %1</translation>
    </message>
    <message>
        <source>It was interrupted: the program ended before the run did</source>
        <translation>Den avbröts: programmet avslutades före körningen</translation>
    </message>
    <message>
        <source>The files of a removed run cannot be deleted (%1)</source>
        <translation>En borttagen körnings filer kan inte raderas (%1)</translation>
    </message>
    <message>
        <source>Check the permissions</source>
        <translation>Kontrollera rättigheterna</translation>
    </message>
    <message>
        <source>This is another program&apos;s database</source>
        <translation>Det här är ett annat programs databas</translation>
    </message>
    <message>
        <source>Choose another folder for the project</source>
        <translation>Välj en annan mapp för projektet</translation>
    </message>
    <message>
        <source>The file system cannot hold a project&apos;s index</source>
        <translation>Filsystemet kan inte hålla ett projekts index</translation>
    </message>
    <message>
        <source>This is no index of a project</source>
        <translation>Det här är inget projektindex</translation>
    </message>
    <message>
        <source>Move the file away; its runs are found again by their folders</source>
        <translation>Flytta undan filen; projektets körningar hittas igen genom sina mappar</translation>
    </message>
    <message>
        <source>The project&apos;s index is damaged</source>
        <translation>Projektets index är skadat</translation>
    </message>
    <message>
        <source>Another program has kept the project&apos;s index locked</source>
        <translation>Ett annat program har hållit projektets index låst</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Disken är full</translation>
    </message>
    <message>
        <source>Make room and try again</source>
        <translation>Ge plats och försök igen</translation>
    </message>
    <message>
        <source>The project&apos;s index cannot be written (%1)</source>
        <translation>Projektets index kan inte skrivas (%1)</translation>
    </message>
    <message>
        <source>Check the permissions, or copy the project to another folder</source>
        <translation>Kontrollera rättigheterna, eller kopiera projektet till en annan mapp</translation>
    </message>
    <message>
        <source>The disk does not read or write the project&apos;s index (%1)</source>
        <translation>Disken läser eller skriver inte projektets index (%1)</translation>
    </message>
    <message>
        <source>Check the disk, or copy the project to another one</source>
        <translation>Kontrollera disken, eller kopiera projektet till en annan</translation>
    </message>
    <message>
        <source>A value of more than 64 MB is not stored</source>
        <translation>Ett värde på mer än 64 MB lagras inte</translation>
    </message>
    <message>
        <source>Make it shorter</source>
        <translation>Gör det kortare</translation>
    </message>
    <message>
        <source>The project&apos;s index is not as it should be (%1)</source>
        <translation>Projektets index är inte som det ska vara (%1)</translation>
    </message>
    <message>
        <source>The study leaves open which data it is about</source>
        <translation>Studien lämnar öppet vilka data den handlar om</translation>
    </message>
    <message>
        <source>Say it with --data PATH and the options that belong to it</source>
        <translation>Ange dem med --data SÖKVÄG och tillhörande flaggor</translation>
    </message>
    <message>
        <source>The study&apos;s data are in the folder $%1, and nobody says where that is</source>
        <translation>Studiens data finns i mappen $%1, och ingen säger var den är</translation>
    </message>
    <message>
        <source>Give the folder with --data-dir, or set the variable %1 to it</source>
        <translation>Ange mappen med --data-dir, eller sätt variabeln %1 till den</translation>
    </message>
    <message>
        <source>The study takes the data set&apos;s sensitive columns in turn, of which it needs one to six</source>
        <translation>Studien tar datamängdens känsliga kolumner i tur och ordning, och behöver en till sex av dem</translation>
    </message>
    <message>
        <source>Name them under &quot;sensitive&quot;, or with --sensitive</source>
        <translation>Ange dem under &quot;sensitive&quot;, eller med --sensitive</translation>
    </message>
    <message>
        <source>“%1” is too long for the name of a folder</source>
        <translation>”%1” är för långt för ett mappnamn</translation>
    </message>
    <message>
        <source>Write the combinations as variants with short names</source>
        <translation>Skriv kombinationerna som varianter med korta namn</translation>
    </message>
    <message>
        <source>Correct it, or compare it with a study that comes with Fairloom</source>
        <translation>Rätta den, eller jämför den med en studie som följer med Fairloom</translation>
    </message>
    <message>
        <source>The study names no data set</source>
        <translation>Studien anger ingen datamängd</translation>
    </message>
    <message>
        <source>Name one, or leave this part out to say it when the study is run</source>
        <translation>Ange en, eller utelämna den här delen för att säga det när studien körs</translation>
    </message>
    <message>
        <source>A range needs two values at least</source>
        <translation>Ett intervall behöver minst två värden</translation>
    </message>
    <message>
        <source>Write it as [LOW, HIGH] or as a list of choices</source>
        <translation>Skriv det som [LÄGST, HÖGST] eller som en lista av val</translation>
    </message>
    <message>
        <source>A seed is named twice</source>
        <translation>Ett frö anges två gånger</translation>
    </message>
    <message>
        <source>Name each once: a run with the same seed gives the same figures</source>
        <translation>Ange vart och ett en gång: en körning med samma frö ger samma siffror</translation>
    </message>
    <message>
        <source>The file cannot be read (%1)</source>
        <translation>Filen kan inte läsas (%1)</translation>
    </message>
    <message>
        <source>The file is too large for a study</source>
        <translation>Filen är för stor för en studie</translation>
    </message>
    <message>
        <source>The project cannot be put there (%1)</source>
        <translation>Projektet kan inte läggas där (%1)</translation>
    </message>
    <message>
        <source>Copying the project: %1</source>
        <translation>Kopierar projektet: %1</translation>
    </message>
    <message>
        <source>The folder is not empty</source>
        <translation>Mappen är inte tom</translation>
    </message>
    <message>
        <source>Choose an empty folder or a new name</source>
        <translation>Välj en tom mapp eller ett nytt namn</translation>
    </message>
    <message>
        <source>This place is inside of the project itself</source>
        <translation>Den här platsen ligger i projektet självt</translation>
    </message>
    <message>
        <source>Choose a place outside of it</source>
        <translation>Välj en plats utanför det</translation>
    </message>
    <message>
        <source>The study’s own data are in a folder that has not been named</source>
        <translation>Studiens egna data finns i en mapp som inte har angetts</translation>
    </message>
    <message>
        <source>Choose the folder, or take the open data</source>
        <translation>Välj mappen, eller ta de öppna data</translation>
    </message>
    <message>
        <source>None of the study’s own data sets is there</source>
        <translation>Ingen av studiens egna datamängder finns där</translation>
    </message>
    <message>
        <source>Choose the folder that they are in, or take the open data</source>
        <translation>Välj mappen som de finns i, eller ta de öppna data</translation>
    </message>
    <message>
        <source>The study has %1 runs</source>
        <translation>Studien har %1 körningar</translation>
    </message>
    <message>
        <source>Take fewer values or seeds: %1 at most</source>
        <translation>Ta färre värden eller frön: högst %1</translation>
    </message>
    <message>
        <source>No project can be kept there (%1)</source>
        <translation>Inget projekt kan sparas där (%1)</translation>
    </message>
    <message>
        <source>Make room and check the permissions; until then runs are kept in memory alone</source>
        <translation>Ge plats och kontrollera rättigheterna; till dess finns körningarna bara i minnet</translation>
    </message>
    <message>
        <source>The project is not open</source>
        <translation>Projektet är inte öppet</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Öppna det igen</translation>
    </message>
    <message>
        <source>The folder holds no project of Fairloom</source>
        <translation>Mappen innehåller inget Fairloom-projekt</translation>
    </message>
    <message>
        <source>Choose a folder that a project was saved in, or that a study was run in</source>
        <translation>Välj en mapp som ett projekt sparades i, eller som en studie kördes i</translation>
    </message>
    <message>
        <source>Compare the runs of a study: mean and spread over seeds, paired differences with intervals</source>
        <translation>Jämför körningarna i en studie: medelvärde och spridning över frön, parvisa skillnader med intervall</translation>
    </message>
    <message>
        <source>The folder of a study or a project</source>
        <translation>Mappen för en studie eller ett projekt</translation>
    </message>
    <message>
        <source>What the others are held against: a variant or method; the first without it</source>
        <translation>Det som de andra jämförs med: en variant eller metod; annars den första</translation>
    </message>
    <message>
        <source>Only the runs of this study</source>
        <translation>Bara körningarna i denna studie</translation>
    </message>
    <message>
        <source>Whose rows: student, teacher, real, control_joint, …; without it those that the method makes</source>
        <translation>Vems rader: student, teacher, real, control_joint, …; annars de som metoden skapar</translation>
    </message>
    <message>
        <source>How they are judged: tstr or tsts</source>
        <translation>Hur de bedöms: tstr eller tsts</translation>
    </message>
    <message>
        <source>By which classifier: xgboost or logistic</source>
        <translation>Med vilken klassificerare: xgboost eller logistic</translation>
    </message>
    <message>
        <source>markdown, csv, json or latex</source>
        <translation>markdown, csv, json eller latex</translation>
    </message>
    <message>
        <source>The file to write; standard output without it</source>
        <translation>Filen som skrivs; annars standard ut</translation>
    </message>
    <message>
        <source>This is not the folder of a study or a project: it has no index.sqlite</source>
        <translation>Det här är inte mappen för en studie eller ett projekt: där finns ingen index.sqlite</translation>
    </message>
    <message>
        <source>Give the --out folder of a sweep</source>
        <translation>Ange mappen --out från en sweep</translation>
    </message>
    <message>
        <source>No setting of these runs is called “%1”</source>
        <translation>Ingen inställning i dessa körningar heter ”%1”</translation>
    </message>
    <message>
        <source>There are %1</source>
        <translation>Det finns %1</translation>
    </message>
    <message>
        <source>There is no finished run with these figures</source>
        <translation>Det finns ingen avslutad körning med dessa tal</translation>
    </message>
    <message>
        <source>Wait for the study, or choose another source</source>
        <translation>Vänta på studien, eller välj en annan källa</translation>
    </message>
    <message>
        <source>warning: some values begin as formulas of a spreadsheet do, which would run them; --spreadsheet-safe puts an apostrophe before them.</source>
        <translation>varning: några värden börjar som formler i ett kalkylark gör, som skulle köra dem; --spreadsheet-safe sätter en apostrof före dem.</translation>
    </message>
    <message>
        <source>Put an apostrophe before values that a spreadsheet would run as formulas</source>
        <translation>Sätt en apostrof före värden som ett kalkylark skulle köra som formler</translation>
    </message>
    <message>
        <source>At least so long between two savings of a training&apos;s state, from which --resume goes on; negative = never</source>
        <translation>Minst så lång tid mellan två sparanden av en tränings tillstånd, som --resume går vidare från; negativt = aldrig</translation>
    </message>
    <message>
        <source>The source of this sample is not understood</source>
        <translation>Exemplets källa går inte att förstå</translation>
    </message>
    <message>
        <source>Write sample:NAME, or sample:NAME?bias=0.5&amp;seed=2 with a bias from 0 to 1</source>
        <translation>Skriv sample:NAMN, eller sample:NAMN?bias=0.5&amp;seed=2 med en skevhet från 0 till 1</translation>
    </message>
    <message>
        <source>Correct the lesson&apos;s file</source>
        <translation>Rätta lektionens fil</translation>
    </message>
    <message>
        <source>There is no such key in a lesson</source>
        <translation>Det finns ingen sådan nyckel i en lektion</translation>
    </message>
    <message>
        <source>“%1” is not among the choices</source>
        <translation>”%1” finns inte bland valen</translation>
    </message>
    <message>
        <source>The value is no whole number from %1 to %2</source>
        <translation>Värdet är inget heltal från %1 till %2</translation>
    </message>
    <message>
        <source>The text is missing, or not given by language</source>
        <translation>Texten saknas, eller är inte angiven per språk</translation>
    </message>
    <message>
        <source>Write it as {&quot;en&quot;: &quot;…&quot;, &quot;sv&quot;: &quot;…&quot;}</source>
        <translation>Skriv den som {&quot;en&quot;: &quot;…&quot;, &quot;sv&quot;: &quot;…&quot;}</translation>
    </message>
    <message>
        <source>There is no setting “%1” for a lesson</source>
        <translation>Det finns ingen inställning ”%1” för en lektion</translation>
    </message>
    <message>
        <source>The value is neither a text nor a number</source>
        <translation>Värdet är varken en text eller ett tal</translation>
    </message>
    <message>
        <source>A lesson opens built-in samples only</source>
        <translation>En lektion öppnar bara inbyggda exempel</translation>
    </message>
    <message>
        <source>Write sample:hiring or another one</source>
        <translation>Skriv sample:hiring eller ett annat</translation>
    </message>
    <message>
        <source>An act of a lesson has exactly one key</source>
        <translation>En handling i en lektion har exakt en nyckel</translation>
    </message>
    <message>
        <source>The value is no number from 0 to 1</source>
        <translation>Värdet är inget tal från 0 till 1</translation>
    </message>
    <message>
        <source>The value is not a list of up to four settings</source>
        <translation>Värdet är ingen lista med högst fyra inställningar</translation>
    </message>
    <message>
        <source>The value is not a list of up to twenty acts</source>
        <translation>Värdet är ingen lista med högst tjugo handlingar</translation>
    </message>
    <message>
        <source>A lesson of more than 1 MB is not read</source>
        <translation>En lektion på mer än 1 MB läses inte</translation>
    </message>
    <message>
        <source>This is not a lesson</source>
        <translation>Detta är ingen lektion</translation>
    </message>
    <message>
        <source>A lesson has &quot;format&quot;: &quot;fairloom-lesson&quot;</source>
        <translation>En lektion har &quot;format&quot;: &quot;fairloom-lesson&quot;</translation>
    </message>
    <message>
        <source>The name is missing, or has other characters than letters, digits and “-”</source>
        <translation>Namnet saknas, eller har andra tecken än bokstäver, siffror och ”-”</translation>
    </message>
    <message>
        <source>There is no list of 1 to 200 steps</source>
        <translation>Det finns ingen lista med 1 till 200 steg</translation>
    </message>
    <message>
        <source>The file unpacks to more than %1 times its size, as no table does</source>
        <translation>Filen packas upp till mer än %1 gånger sin storlek, vilket ingen tabell gör</translation>
    </message>
    <message>
        <source>If you know where it comes from, unpack it with another program and open what comes out</source>
        <translation>Om du vet varifrån den kommer, packa upp den med ett annat program och öppna det som kommer ut</translation>
    </message>
    <message>
        <source>Install Fairloom again</source>
        <translation>Installera Fairloom igen</translation>
    </message>
    <message>
        <source>The part of the program that trains cannot be loaded (%1)</source>
        <translation>Den del av programmet som tränar kan inte läsas in (%1)</translation>
    </message>
    <message>
        <source>The part of the program that trains is one of another version</source>
        <translation>Den del av programmet som tränar hör till en annan version</translation>
    </message>
    <message>
        <source>The part of the program that trains is missing</source>
        <translation>Den del av programmet som tränar saknas</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::About</name>
    <message>
        <source>About Fairloom</source>
        <translation>Om Fairloom</translation>
    </message>
    <message>
        <source>A workbench for fair synthetic data: it shows who is treated how in a data set, trains a model that forgets the sensitive attribute, distils it, and judges the generated rows on real ones.</source>
        <translation>En verkstad för rättvisa syntetiska data: den visar vem som behandlas hur i en datamängd, tränar en modell som glömmer det känsliga attributet, destillerar den och bedömer de skapade raderna mot verkliga.</translation>
    </message>
    <message>
        <source>The method is that of “Generating Synthetic Fair Syntax-agnostic Data by Learning and Distilling Fair Representation”, &lt;a href=&quot;https://arxiv.org/abs/2408.10755&quot;&gt;arXiv:2408.10755&lt;/a&gt;. What was decided where the paper leaves a choice is written down in docs/method.md.</source>
        <translation>Metoden är den i ”Generating Synthetic Fair Syntax-agnostic Data by Learning and Distilling Fair Representation”, &lt;a href=&quot;https://arxiv.org/abs/2408.10755&quot;&gt;arXiv:2408.10755&lt;/a&gt;. Vad som bestämdes där artikeln lämnar ett val öppet står i docs/method.md.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Fri programvara under GNU General Public License, version 3 eller senare. Den kommer utan någon garanti.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::AccountLine</name>
    <message>
        <source>Line %1: its quotes are wrong</source>
        <translation>Rad %1: dess citattecken är fel</translation>
    </message>
    <message>
        <source>Line %1: %2 fields where %3 are expected</source>
        <translation>Rad %1: %2 fält där %3 väntas</translation>
    </message>
    <message>
        <source>%1 bad lines passed over</source>
        <translation>%1 felaktiga rader överhoppade</translation>
    </message>
    <message>
        <source>%1 rows filtered out</source>
        <translation>%1 rader bortfiltrerade</translation>
    </message>
    <message>
        <source>%1 rows without a value left out</source>
        <translation>%1 rader utan värde utelämnade</translation>
    </message>
    <message>
        <source>%1 values filled in</source>
        <translation>%1 värden ifyllda</translation>
    </message>
    <message>
        <source>%1 rare values grouped</source>
        <translation>%1 sällsynta värden sammanslagna</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n anmärkning</numerusform>
            <numerusform>%n anmärkningar</numerusform>
        </translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… och %1 till</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>Uppgifter</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) left out</source>
        <translation>
            <numerusform>%n bild utelämnad</numerusform>
            <numerusform>%n bilder utelämnade</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a picture&apos;s name and why it is left out</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::AssociationsCard</name>
    <message>
        <source>Associations</source>
        <translation>Samband</translation>
    </message>
    <message>
        <source>Associations of columns</source>
        <translation>Samband mellan kolumner</translation>
    </message>
    <message>
        <source>The associations are being computed…</source>
        <translation>Sambanden beräknas…</translation>
    </message>
    <message>
        <source>How much each column has to do with the sensitive one and with the target.</source>
        <translation>Hur mycket varje kolumn har att göra med den känsliga och med målet.</translation>
    </message>
    <message>
        <source>No column tells %1 by itself: AUROC at most %2.</source>
        <translation>Ingen kolumn avslöjar ensam %1: AUROC högst %2.</translation>
    </message>
    <message>
        <source>%1 tells %2 best by itself: AUROC %3.</source>
        <translation>%1 avslöjar ensam %2 bäst: AUROC %3.</translation>
    </message>
    <message>
        <source>V: Cramér’s, η: correlation ratio</source>
        <translation>V: Cramérs, η: korrelationskvot</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::AssociationsModel</name>
    <message>
        <source>Cramér’s V</source>
        <translation>Cramérs V</translation>
    </message>
    <message>
        <source>correlation ratio η</source>
        <translation>korrelationskvot η</translation>
    </message>
    <message>
        <source>Spearman’s |ρ|</source>
        <translation>Spearmans |ρ|</translation>
    </message>
    <message>
        <source>%1 and %2: %3 %4, from %5 rows</source>
        <translation>%1 och %2: %3 %4, från %5 rader</translation>
    </message>
    <message>
        <source>How well %1 is told from %2 alone: AUROC %3; 0.5 is not at all, 1 without error</source>
        <translation>Hur väl %1 kan avläsas ur enbart %2: AUROC %3; 0,5 är inte alls, 1 utan fel</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolumn</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Med %1</translation>
    </message>
    <message>
        <source>How well %1 is told from this column alone</source>
        <translation>Hur väl %1 kan avläsas ur enbart denna kolumn</translation>
    </message>
    <message>
        <source>Association with %1</source>
        <translation>Samband med %1</translation>
    </message>
    <message>
        <source>Association with the favourable value of %1</source>
        <translation>Samband med det gynnsamma värdet av %1</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::AuditAnew</name>
    <message>
        <source>There is nothing to judge yet.</source>
        <translation>Det finns inget att bedöma än.</translation>
    </message>
    <message>
        <source>This result came from a file, which does not hold the probabilities of single rows: other thresholds and reference groups can be tried after the run is made again.</source>
        <translation>Det här resultatet kom från en fil som inte innehåller sannolikheterna för enskilda rader: andra trösklar och referensgrupper kan prövas när körningen har gjorts igen.</translation>
    </message>
    <message>
        <source>Nothing was judged with this protocol and classifier.</source>
        <translation>Inget bedömdes med det här protokollet och den här klassificeraren.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::AuditModel</name>
    <message>
        <source>%1 rows of this source against %2 real training rows, k = %3; against real holdout rows: %4.</source>
        <translation>%1 rader från källan mot %2 verkliga träningsrader, k = %3; mot verkliga undanhållna rader: %4.</translation>
    </message>
    <message>
        <source>By chance alone %1 to %2; p = %3.</source>
        <translation>Enbart av slump %1 till %2; p = %3.</translation>
    </message>
    <message>
        <source>Figures about %1.</source>
        <translation>Tal om %1.</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 för %2: %3</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>inte beräknat</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>nog-
grannhet</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>density</source>
        <translation>täthet</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>täckning</translation>
    </message>
    <message>
        <source>leakage AUROC, latent</source>
        <translation>läckage-AUROC, latent</translation>
    </message>
    <message>
        <source>leakage
latent</source>
        <translation>läckage
latent</translation>
    </message>
    <message>
        <source>leakage AUROC, rows</source>
        <translation>läckage-AUROC, rader</translation>
    </message>
    <message>
        <source>leakage
rows</source>
        <translation>läckage
rader</translation>
    </message>
    <message>
        <source>source</source>
        <translation>källa</translation>
    </message>
    <message>
        <source>%1 Not computed for real rows: they are what the others are compared with.</source>
        <translation>%1 Beräknas inte för verkliga rader: det är dem de andra jämförs med.</translation>
    </message>
    <message>
        <source>%1 Not computed: only the teacher and the student have a latent that is judged.</source>
        <translation>%1 Inte beräknat: bara läraren och eleven har ett latent rum som bedöms.</translation>
    </message>
    <message>
        <source>%1 Not computed in this run.</source>
        <translation>%1 Inte beräknat i denna körning.</translation>
    </message>
    <message>
        <source>%1 trained on the latents of the training rows and scored on those of %2 held-out rows, the label hidden from the encoder in both.</source>
        <translation>%1 tränad på träningsradernas latenter och bedömd på latenterna hos %2 undanhållna rader, med etiketten dold för kodaren i båda.</translation>
    </message>
    <message>
        <source>accuracy from the latent</source>
        <translation>träffsäkerhet från latenten</translation>
    </message>
    <message>
        <source>latent
accuracy</source>
        <translation>latent
träffsäkerhet</translation>
    </message>
    <message>
        <source>DPR from the latent</source>
        <translation>DPR från latenten</translation>
    </message>
    <message>
        <source>latent
DPR</source>
        <translation>latent
DPR</translation>
    </message>
    <message>
        <source>EOR from the latent</source>
        <translation>EOR från latenten</translation>
    </message>
    <message>
        <source>latent
EOR</source>
        <translation>latent
EOR</translation>
    </message>
    <message>
        <source>Always saying the more frequent label would be right for %1.</source>
        <translation>Att alltid säga den vanligare etiketten vore rätt för %1.</translation>
    </message>
    <message>
        <source>Mean over %1 seeds: %2. %3</source>
        <translation>Medelvärde över %1 frön: %2. %3</translation>
    </message>
    <message>
        <source>XGBoost learned from %1 real and generated rows and was scored on %2 others; %3 against a coin.</source>
        <translation>XGBoost lärde sig av %1 verkliga och skapade rader och bedömdes på %2 andra; %3 mot slantsingling.</translation>
    </message>
    <message>
        <source>Over %1 columns, all real training rows against all generated ones.</source>
        <translation>Över %1 kolumner, alla verkliga träningsrader mot alla skapade.</translation>
    </message>
    <message>
        <source>Farthest: %1, %2.</source>
        <translation>Längst bort: %1, %2.</translation>
    </message>
    <message>
        <source>%1 rows of this source against %2 real training rows.</source>
        <translation>%1 rader från källan mot %2 verkliga träningsrader.</translation>
    </message>
    <message>
        <source>As the authors&apos; code computes it: %1.</source>
        <translation>Så som upphovspersonernas kod beräknar det: %1.</translation>
    </message>
    <message>
        <source>As the authors&apos; code computes it: undefined, because %1.</source>
        <translation>Så som upphovspersonernas kod beräknar det: odefinierat, eftersom %1.</translation>
    </message>
    <message>
        <source>%1 generated rows against %2 training rows, beside %3 real holdout rows.</source>
        <translation>%1 skapade rader mot %2 träningsrader, bredvid %3 verkliga undanhållna rader.</translation>
    </message>
    <message>
        <source>Scored on %1 training rows and %2 others that no model has seen; AUROC of the attack: %3.</source>
        <translation>Bedömt på %1 träningsrader och %2 andra som ingen modell har sett; attackens AUROC: %3.</translation>
    </message>
    <message>
        <source>By chance: %1.</source>
        <translation>Av en slump: %1.</translation>
    </message>
    <message>
        <source>Real holdout rows: %1.</source>
        <translation>Verkliga undanhållna rader: %1.</translation>
    </message>
    <message>
        <source>Without %1.</source>
        <translation>Utan %1.</translation>
    </message>
    <message>
        <source>%1 real holdout rows against %2 training rows.</source>
        <translation>%1 verkliga undanhållna rader mot %2 träningsrader.</translation>
    </message>
    <message>
        <source>By chance: one in %1 training rows.</source>
        <translation>Av en slump: en på %1 träningsrader.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>cover-
age</source>
        <translation>täck-
ning</translation>
    </message>
    <message>
        <source>alpha-precision</source>
        <translation>alfa-precision</translation>
    </message>
    <message>
        <source>alpha-
precision</source>
        <translation>alfa-
precision</translation>
    </message>
    <message>
        <source>beta-recall</source>
        <translation>beta-recall</translation>
    </message>
    <message>
        <source>beta-
recall</source>
        <translation>beta-
recall</translation>
    </message>
    <message>
        <source>authenticity</source>
        <translation>autenticitet</translation>
    </message>
    <message>
        <source>authen-
ticity</source>
        <translation>autenti-
citet</translation>
    </message>
    <message>
        <source>two-sample AUROC</source>
        <translation>tvåstickprovs-AUROC</translation>
    </message>
    <message>
        <source>two-sample
AUROC</source>
        <translation>tvåstickprovs-
AUROC</translation>
    </message>
    <message>
        <source>marginal distance</source>
        <translation>marginalavstånd</translation>
    </message>
    <message>
        <source>marginal
distance</source>
        <translation>marginal-
avstånd</translation>
    </message>
    <message>
        <source>distance to the closest record</source>
        <translation>avstånd till närmaste post</translation>
    </message>
    <message>
        <source>DCR</source>
        <translation>DCR</translation>
    </message>
    <message>
        <source>nearest-neighbour distance ratio</source>
        <translation>kvot mellan avstånden till närmaste grannar</translation>
    </message>
    <message>
        <source>NNDR</source>
        <translation>NNDR</translation>
    </message>
    <message>
        <source>exact copies</source>
        <translation>exakta kopior</translation>
    </message>
    <message>
        <source>copies,
%</source>
        <translation>kopior,
%</translation>
    </message>
    <message>
        <source>identifiability</source>
        <translation>identifierbarhet</translation>
    </message>
    <message>
        <source>identif., %
(holdout)</source>
        <translation>identif., %
(undanh.)</translation>
    </message>
    <message>
        <source>attack advantage</source>
        <translation>attackens övertag</translation>
    </message>
    <message>
        <source>attack
adv.</source>
        <translation>attack-
övertag</translation>
    </message>
    <message>
        <source>linked to their source row</source>
        <translation>kopplade till sin källrad</translation>
    </message>
    <message>
        <source>linked,
%</source>
        <translation>kopplade,
%</translation>
    </message>
    <message>
        <source>real holdout rows</source>
        <translation>verkliga undanhållna rader</translation>
    </message>
    <message>
        <source>Classifier that sees the latent alone, %1</source>
        <translation>Klassificerare som bara ser det latenta, %1</translation>
    </message>
    <message>
        <source>%1 rows of this source, each against all real training rows.</source>
        <translation>%1 rader från denna källa, var och en mot alla verkliga träningsrader.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::AuditView</name>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Klassificerare</translation>
    </message>
    <message>
        <source>Demographic parity ratio</source>
        <translation>Demografisk paritetskvot</translation>
    </message>
    <message>
        <source>lowest / highest selection rate</source>
        <translation>lägsta / högsta urvalsandel</translation>
    </message>
    <message>
        <source>Equalized odds ratio</source>
        <translation>Kvot för utjämnade odds</translation>
    </message>
    <message>
        <source>lowest / highest TPR or FPR, the worse of both</source>
        <translation>lägsta / högsta TPR eller FPR, den sämre av båda</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Rapport…</translation>
    </message>
    <message>
        <source>Export figures…</source>
        <translation>Exportera tal…</translation>
    </message>
    <message>
        <source>Saves every figure of this run as CSV, all sources, protocols and classifiers.</source>
        <translation>Sparar varje tal i körningen som CSV, alla källor, protokoll och klassificerare.</translation>
    </message>
    <message>
        <source>This run was stopped before anything could be judged.</source>
        <translation>Körningen stoppades innan något kunde bedömas.</translation>
    </message>
    <message>
        <source>How evenly a classifier selects the groups, for real and for generated rows.</source>
        <translation>Hur jämnt en klassificerare väljer grupperna, för verkliga och för skapade rader.</translation>
    </message>
    <message>
        <source>How evenly a classifier errs for the groups, for real and for generated rows.</source>
        <translation>Hur jämnt en klassificerare gör fel för grupperna, för verkliga och för skapade rader.</translation>
    </message>
    <message>
        <source>Selection rate, true and false positive rates and precision of every group.</source>
        <translation>Varje grupps urvalsandel, andel sanna och falska positiva samt precision.</translation>
    </message>
    <message>
        <source>Accuracy, closeness to the real rows, leakage of the group, and the result in words.</source>
        <translation>Noggrannhet, närhet till de verkliga raderna, läckage av gruppen, och resultatet i ord.</translation>
    </message>
    <message>
        <source>Export figures</source>
        <translation>Exportera tal</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabeller (*.csv)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 kunde inte skrivas: %2.</translation>
    </message>
    <message>
        <source>The figures were saved as %1.</source>
        <translation>Talen sparades som %1.</translation>
    </message>
    <message>
        <source>Train synthetic, test real: the classifier learns from generated rows and is tested on real rows that no model has seen. Paper protocol: it is trained and tested on generated rows. Test without the bias, for data into which a bias was put on purpose: tested on the same real rows after it was undone. Real data are always judged real on real.</source>
        <translation>Träna syntetiskt, testa verkligt: klassificeraren lär av skapade rader och testas på verkliga rader som ingen modell har sett. Artikelns protokoll: den tränas och testas på skapade rader. Test utan skevheten, för data där en skevhet lagts in med avsikt: testad på samma verkliga rader sedan den tagits bort. Verkliga data bedöms alltid verkligt på verkligt.</translation>
    </message>
    <message>
        <source>The classifier whose decisions are judged</source>
        <translation>Klassificeraren vars beslut bedöms</translation>
    </message>
    <message>
        <source>Saves this audit as a document that can be read without Fairloom.</source>
        <translation>Sparar granskningen som ett dokument som kan läsas utan Fairloom.</translation>
    </message>
    <message>
        <source>Every group&apos;s counts and rates, and how they stand against a reference group.</source>
        <translation>Varje grupps antal och andelar, och hur de står sig mot en referensgrupp.</translation>
    </message>
    <message>
        <source>Which differences between real and generated rows are more than chance.</source>
        <translation>Vilka skillnader mellan verkliga och skapade rader som är mer än slump.</translation>
    </message>
    <message>
        <source>Which columns a classifier leans on, and how many decisions hang on the group alone.</source>
        <translation>Vilka kolumner en klassificerare stöder sig på, och hur många beslut som hänger på gruppen ensam.</translation>
    </message>
    <message>
        <source>Exported figures and the report hold the others against the largest group, as the run did.</source>
        <translation>Exporterade tal och rapporten ställer de andra mot den största gruppen, liksom körningen gjorde.</translation>
    </message>
    <message>
        <source>Shown at a threshold of %1. Exported figures, the report and policy limits stay at the run&apos;s own, %2.</source>
        <translation>Visas vid tröskeln %1. Exporterade tal, rapporten och policygränserna behåller körningens egen, %2.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::BarChart</name>
    <message>
        <source>value</source>
        <translation>värde</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>odefinierat</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>category</source>
        <translation>kategori</translation>
    </message>
    <message>
        <source>series</source>
        <translation>serie</translation>
    </message>
    <message>
        <source>low</source>
        <translation>låg</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hög</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::CausalCard</name>
    <message>
        <source>The model behind the sample</source>
        <translation>Modellen bakom exemplet</translation>
    </message>
    <message>
        <source>Draw anew</source>
        <translation>Dra på nytt</translation>
    </message>
    <message>
        <source>Strength of the biased arrows, per cent</source>
        <translation>De skeva pilarnas styrka, procent</translation>
    </message>
    <message>
        <source>How much of the bias is left: 100 % as described, 0 % none. The data are drawn anew.</source>
        <translation>Hur mycket av skevheten som är kvar: 100 % som beskrivet, 0 % ingen. Data dras på nytt.</translation>
    </message>
    <message>
        <source>Other people from the same model: how far the estimate moves, although the truth stays</source>
        <translation>Andra människor ur samma modell: hur långt skattningen rör sig, fast sanningen står kvar</translation>
    </message>
    <message>
        <source>Biased arrows</source>
        <translation>Skeva pilar</translation>
    </message>
    <message>
        <source>The effect is shown for the sample’s own question: %1 → %2 = %3.</source>
        <translation>Effekten visas för exemplets egen fråga: %1 → %2 = %3.</translation>
    </message>
    <message>
        <source>A total effect adds up all arrows that lead from %1 to %2. It can be read off the rows here because %1 has no cause in the model. DPR is no causal effect: it compares how often groups have the favourable label, whatever the reason.</source>
        <translation>En total effekt lägger ihop alla pilar som leder från %1 till %2. Den kan läsas av ur raderna här, eftersom %1 inte har någon orsak i modellen. DPR är ingen orsakseffekt: den jämför hur ofta grupper har den gynnsamma etiketten, vad det än beror på.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Being %1 in place of %2 changes the chance of %3 by %4 points (%5 to %6)</source>
        <translation>Att vara %1 i stället för %2 ändrar chansen till %3 med %4 procentenheter (%5 till %6)</translation>
    </message>
    <message>
        <source>; the truth of the model is %1.</source>
        <translation>; modellens sanning är %1.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::CausalGraphView</name>
    <message>
        <source>Causal graph</source>
        <translation>Orsaksgraf</translation>
    </message>
    <message>
        <source>%1 (biased, %2)</source>
        <translation>%1 (skev, %2)</translation>
    </message>
    <message>
        <source>An arrow: what is at its beginning acts on what is at its end. Red arrows are the biased ones. What is dashed acts, but is not in the data.</source>
        <translation>En pil: det som står vid dess början verkar på det som står vid dess slut. Röda pilar är de skeva. Det som är streckat verkar, men finns inte i data.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::ColumnRuleForm</name>
    <message>
        <source>As found</source>
        <translation>Som funnet</translation>
    </message>
    <message>
        <source>Type and role of this column as they were found, nothing merged, no bins</source>
        <translation>Typ och roll för denna kolumn som de fanns, inget sammanslaget, inga intervall</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Roll</translation>
    </message>
    <message>
        <source>Without value</source>
        <translation>Utan värde</translation>
    </message>
    <message>
        <source>a value of its own</source>
        <translation>ett eget värde</translation>
    </message>
    <message>
        <source>leave the row out</source>
        <translation>utelämna raden</translation>
    </message>
    <message>
        <source>fill in the most frequent value or the median</source>
        <translation>fyll i det vanligaste värdet eller medianen</translation>
    </message>
    <message>
        <source>Also missing</source>
        <translation>Också saknat</translation>
    </message>
    <message>
        <source>-9, unknown</source>
        <translation>-9, okänt</translation>
    </message>
    <message>
        <source>Spellings that stand for a missing value in this column alone, separated by commas</source>
        <translation>Skrivsätt som betyder ett saknat värde bara i denna kolumn, skilda med kommatecken</translation>
    </message>
    <message>
        <source>Bins</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>Edges that rise: 25; 60</source>
        <translation>Gränser som stiger: 25; 60</translation>
    </message>
    <message>
        <source>Edges that turn the numbers into ordered categories; an edge belongs to the bin above it</source>
        <translation>Gränser som gör talen till ordnade kategorier; en gräns hör till intervallet ovanför</translation>
    </message>
    <message>
        <source>Values kept</source>
        <translation>Behållna värden</translation>
    </message>
    <message>
        <source>up to %1, as usual</source>
        <translation>upp till %1, som vanligt</translation>
    </message>
    <message>
        <source>Only so many categories, the most frequent, are kept; all others become one, “(other)”</source>
        <translation>Bara så många kategorier, de vanligaste, behålls; alla andra blir en enda, ”(other)”</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Värden</translation>
    </message>
    <message>
        <source>Order, lowest first</source>
        <translation>Ordning, lägst först</translation>
    </message>
    <message>
        <source>Found: %1; %2.</source>
        <translation>Funnet: %1; %2.</translation>
    </message>
    <message>
        <source>The file is being looked at…</source>
        <translation>Filen undersöks…</translation>
    </message>
    <message>
        <source>No row without a value</source>
        <translation>Ingen rad utan värde</translation>
    </message>
    <message>
        <source>%1 rows without a value</source>
        <translation>%1 rader utan värde</translation>
    </message>
    <message>
        <source>Write numbers that rise, separated by blanks: 25 60</source>
        <translation>Skriv tal som stiger, skilda med blanksteg: 25 60</translation>
    </message>
    <message>
        <source>Numbers from %1 to %2, not binned</source>
        <translation>Tal från %1 till %2, utan intervall</translation>
    </message>
    <message>
        <source>Not binned</source>
        <translation>Utan intervall</translation>
    </message>
    <message numerus="yes">
        <source>%n bin(s): %1</source>
        <translation>
            <numerusform>%n intervall: %1</numerusform>
            <numerusform>%n intervall: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fairloom::ui::ColumnsModel</name>
    <message>
        <source>number</source>
        <translation>tal</translation>
    </message>
    <message>
        <source>category</source>
        <translation>kategori</translation>
    </message>
    <message>
        <source>sensitive</source>
        <translation>känslig</translation>
    </message>
    <message>
        <source>target</source>
        <translation>mål</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>ignorerad</translation>
    </message>
    <message>
        <source>identifier</source>
        <translation>identifierare</translation>
    </message>
    <message>
        <source>feature</source>
        <translation>särdrag</translation>
    </message>
    <message>
        <source>Histogram of %1</source>
        <translation>Histogram över %1</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolumn</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Roll</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Saknas</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Värden</translation>
    </message>
    <message>
        <source>integer</source>
        <translation>heltal</translation>
    </message>
    <message>
        <source>ordered</source>
        <translation>ordnad</translation>
    </message>
    <message>
        <source>date</source>
        <translation>datum</translation>
    </message>
    <message>
        <source>free text</source>
        <translation>fritext</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>bild</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::CompareGroupsModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 av %2</translation>
    </message>
    <message>
        <source>%1 seeds: %2</source>
        <translation>%1 frön: %2</translation>
    </message>
    <message>
        <source>Not computed in these runs.</source>
        <translation>Inte beräknat i de här körningarna.</translation>
    </message>
    <message>
        <source>One run; other seeds would show how much of it is chance.</source>
        <translation>En körning; andra frön skulle visa hur mycket som är slump.</translation>
    </message>
    <message>
        <source>Mean ± standard deviation over %1 seeds; lowest %2, highest %3</source>
        <translation>Medelvärde ± standardavvikelse över %1 frön; lägst %2, högst %3</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Inställning</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Körningar</translation>
    </message>
    <message>
        <source>DPR</source>
        <translation>DPR</translation>
    </message>
    <message>
        <source>EOR</source>
        <translation>EOR</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Träffsäkerhet</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Täthet</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Täckning</translation>
    </message>
    <message>
        <source>TSTS DPR</source>
        <translation>TSTS-DPR</translation>
    </message>
    <message>
        <source>Student, s</source>
        <translation>Elev, s</translation>
    </message>
    <message>
        <source>Against %1 (paired, 95 %)</source>
        <translation>Mot %1 (parvis, 95 %)</translation>
    </message>
    <message>
        <source>Against the reference</source>
        <translation>Mot referensen</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::CompareModel</name>
    <message>
        <source>Not computed in this run.</source>
        <translation>Inte beräknat i denna körning.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Körning</translation>
    </message>
    <message>
        <source>log10 β</source>
        <translation>log10 β</translation>
    </message>
    <message>
        <source>λ</source>
        <translation>λ</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Frö</translation>
    </message>
    <message>
        <source>DPR</source>
        <translation>DPR</translation>
    </message>
    <message>
        <source>EOR</source>
        <translation>EOR</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Noggrannhet</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Täthet</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Täckning</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>The run was stopped before its end.</source>
        <translation>Körningen stoppades före sitt slut.</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Loss or method</source>
        <translation>Förlust eller metod</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Taggar</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::CompareRuns</name>
    <message>
        <source>no variant</source>
        <translation>ingen variant</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::CompareView</name>
    <message>
        <source>Every finished run as a point: how fair and how useful its rows are.</source>
        <translation>Varje avslutad körning som en punkt: hur rättvisa och hur användbara dess rader är.</translation>
    </message>
    <message>
        <source>The loss curves of all runs over each other.</source>
        <translation>Alla körningars förlustkurvor ovanpå varandra.</translation>
    </message>
    <message>
        <source>A table of all runs with their settings and results.</source>
        <translation>En tabell över alla körningar med inställningar och resultat.</translation>
    </message>
    <message>
        <source>Main finding</source>
        <translation>Huvudresultat</translation>
    </message>
    <message>
        <source>Run a study…</source>
        <translation>Kör en studie…</translation>
    </message>
    <message>
        <source>Queues many runs at once: losses, seeds and settings, each in a process of its own.</source>
        <translation>Ställer många körningar i kö på en gång: förluster, frön och inställningar, var och en i en egen process.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::CurveCard</name>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linjär</translation>
    </message>
    <message>
        <source>%1: logarithmic or linear axis</source>
        <translation>%1: logaritmisk eller linjär axel</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>utjämna</translation>
    </message>
    <message>
        <source>Draws a running mean of each term instead of its values.</source>
        <translation>Ritar ett löpande medelvärde av varje term i stället för dess värden.</translation>
    </message>
    <message>
        <source>Draws each term before it is multiplied by its weight in the loss.</source>
        <translation>Ritar varje term innan den multipliceras med sin vikt i förlusten.</translation>
    </message>
    <message>
        <source>%1: loss curves</source>
        <translation>%1: förlustkurvor</translation>
    </message>
    <message>
        <source>reconstruction</source>
        <translation>rekonstruktion</translation>
    </message>
    <message>
        <source>fairness β·V²</source>
        <translation>rättvisa β·V²</translation>
    </message>
    <message>
        <source>fairness V²</source>
        <translation>rättvisa V²</translation>
    </message>
    <message>
        <source>label</source>
        <translation>etikett</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>kvalitet</translation>
    </message>
    <message>
        <source>KL to prior</source>
        <translation>KL till priorn</translation>
    </message>
    <message>
        <source>λ·KL</source>
        <translation>λ·KL</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>loss, unweighted</source>
        <translation>förlust, oviktad</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>förlust</translation>
    </message>
    <message>
        <source>(log)</source>
        <translation>(log)</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>epok</translation>
    </message>
    <message>
        <source>β ramp ends</source>
        <translation>β-rampen slutar</translation>
    </message>
    <message>
        <source>Distillation starts after the teacher</source>
        <translation>Destillationen börjar efter läraren</translation>
    </message>
    <message>
        <source>%1 shown behind</source>
        <translation>%1 visas bakom</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 s/epoch</source>
        <translation>%1 s/epok</translation>
    </message>
    <message>
        <source>Epoch %1 of %2: %3.</source>
        <translation>Epok %1 av %2: %3.</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>oviktat</translation>
    </message>
    <message>
        <source>This run has no such curve</source>
        <translation>Den här körningen har ingen sådan kurva</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::CurvePanels</name>
    <message>
        <source>Loss curves, %1</source>
        <translation>Förlustkurvor, %1</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::CurvesCard</name>
    <message>
        <source>Loss curves</source>
        <translation>Förlustkurvor</translation>
    </message>
    <message>
        <source>Which loss is drawn</source>
        <translation>Vilken förlust som ritas</translation>
    </message>
    <message>
        <source>Quality: how far the student&apos;s latents are from the teacher&apos;s. KL: how far its posteriors are. Sum: all terms as they are weighted, what training makes small.</source>
        <translation>Kvalitet: hur långt elevens latenter är från lärarens. KL: hur långt dess fördelningar är. Summa: alla termer med sina vikter, det som träningen gör litet.</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Tillsammans</translation>
    </message>
    <message>
        <source>Apart</source>
        <translation>Var för sig</translation>
    </message>
    <message>
        <source>Curves over each other, or one small plot each</source>
        <translation>Kurvor över varandra, eller ett litet diagram vardera</translation>
    </message>
    <message>
        <source>Together: all curves over each other. Apart: one small plot a loss or method, each on its own scale.</source>
        <translation>Tillsammans: alla kurvor över varandra. Var för sig: ett litet diagram per förlust eller metod, vart och ett på sin egen skala.</translation>
    </message>
    <message>
        <source>Band from the lowest to the highest run</source>
        <translation>Band från lägsta till högsta körningen</translation>
    </message>
    <message>
        <source>Band of one standard deviation</source>
        <translation>Band av en standardavvikelse</translation>
    </message>
    <message>
        <source>How bands are drawn</source>
        <translation>Hur banden ritas</translation>
    </message>
    <message>
        <source>Loss curves of all runs</source>
        <translation>Alla körningars förlustkurvor</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lärare</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Elev</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>summa</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>kvalitet</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>label</source>
        <translation>etikett</translation>
    </message>
    <message>
        <source>reconstruction</source>
        <translation>rekonstruktion</translation>
    </message>
    <message>
        <source>fairness V²</source>
        <translation>rättvisa V²</translation>
    </message>
    <message>
        <source>mean and range of %1 seeds</source>
        <translation>medelvärde och spann av %1 frön</translation>
    </message>
    <message>
        <source>mean ± sd of %1 seeds</source>
        <translation>medelvärde ± sd av %1 frön</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 körningar</translation>
    </message>
    <message>
        <source>by epoch, each on its own scale</source>
        <translation>per epok, var och en på sin egen skala</translation>
    </message>
    <message>
        <source>%1 more not shown</source>
        <translation>%1 till visas inte</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>logaritmisk</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>epok</translation>
    </message>
    <message>
        <source>sum of weighted terms</source>
        <translation>summan av viktade termer</translation>
    </message>
    <message>
        <source>range of %1 seeds</source>
        <translation>spann av %1 frön</translation>
    </message>
    <message>
        <source>± sd of %1 seeds</source>
        <translation>± sd av %1 frön</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::DataView</name>
    <message>
        <source>Saved to %1</source>
        <translation>Sparad i %1</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Inte sparat</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolumner</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
    <message>
        <source>Show columns or rows</source>
        <translation>Visa kolumner eller rader</translation>
    </message>
    <message>
        <source>Columns of the data</source>
        <translation>Datamängdens kolumner</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Fördelning</translation>
    </message>
    <message>
        <source>share</source>
        <translation>andel</translation>
    </message>
    <message>
        <source>Favourable label by group</source>
        <translation>Gynnsam etikett per grupp</translation>
    </message>
    <message>
        <source>share with the favourable label</source>
        <translation>andel med den gynnsamma etiketten</translation>
    </message>
    <message>
        <source>What gives the group away</source>
        <translation>Vad som avslöjar gruppen</translation>
    </message>
    <message>
        <source>Cramér’s V</source>
        <translation>Cramérs V</translation>
    </message>
    <message>
        <source>The columns and rows of the data come here. Open data with Ctrl+O.</source>
        <translation>Här kommer datamängdens kolumner och rader. Öppna data med Ctrl+O.</translation>
    </message>
    <message>
        <source>The distribution of the chosen column comes here.</source>
        <translation>Här kommer den valda kolumnens fördelning.</translation>
    </message>
    <message>
        <source>How often each group has the favourable label.</source>
        <translation>Hur ofta varje grupp har den gynnsamma etiketten.</translation>
    </message>
    <message>
        <source>Which columns go with the sensitive one, and so give the group away.</source>
        <translation>Vilka kolumner som hör ihop med den känsliga, och därmed avslöjar gruppen.</translation>
    </message>
    <message>
        <source>Save rows</source>
        <translation>Spara rader</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-tabell (*.csv)</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 per %2</translation>
    </message>
    <message>
        <source>the sensitive column itself</source>
        <translation>den känsliga kolumnen själv</translation>
    </message>
    <message>
        <source>Distribution of %1</source>
        <translation>Fördelning för %1</translation>
    </message>
    <message>
        <source>% of rows</source>
        <translation>% av raderna</translation>
    </message>
    <message>
        <source>% of the group</source>
        <translation>% av gruppen</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>alla rader</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 för %2</translation>
    </message>
    <message>
        <source>Median %1.</source>
        <translation>Median %1.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 av %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3 rows, %4 (95 % interval %5 to %6)</source>
        <translation>%1: %2 av %3 rader, %4 (95 % intervall %5 till %6)</translation>
    </message>
    <message>
        <source>%1 is labelled %2 %3 times as often as %4 (95 % interval %5 to %6).</source>
        <translation>%1 får etiketten %2 %3 gånger så ofta som %4 (95 % intervall %5 till %6).</translation>
    </message>
    <message>
        <source>No clear difference between groups: %1 is labelled %2 %3 times as often as %4 (95 % interval %5 to %6).</source>
        <translation>Ingen tydlig skillnad mellan grupperna: %1 får etiketten %2 %3 gånger så ofta som %4 (95 % intervall %5 till %6).</translation>
    </message>
    <message>
        <source>%1 and %2: Cramér’s V %3, %4. 0 is no association, 1 means that one decides the other.</source>
        <translation>%1 och %2: Cramérs V %3, %4. 0 är inget samband, 1 betyder att den ena bestämmer den andra.</translation>
    </message>
    <message>
        <source>No column goes with %1 by itself.</source>
        <translation>Ingen kolumn hör ensam ihop med %1.</translation>
    </message>
    <message>
        <source>%1 is %2 of %3.</source>
        <translation>%1 är %2 för %3.</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 rader</translation>
    </message>
    <message>
        <source>Cramér’s V %1: %2</source>
        <translation>Cramérs V %1: %2</translation>
    </message>
    <message>
        <source>%1 “%2”: %3 of %4, %5 of %6.</source>
        <translation>%1 ”%2”: %3 av %4, %5 av %6.</translation>
    </message>
    <message>
        <source>%1 %2, training rows</source>
        <translation>%1 %2, träningsrader</translation>
    </message>
    <message>
        <source>%1 %2, 95 % interval</source>
        <translation>%1 %2, 95 %-intervall</translation>
    </message>
    <message>
        <source>Cramér’s V with %1</source>
        <translation>Cramérs V med %1</translation>
    </message>
    <message>
        <source>Edit columns…</source>
        <translation>Redigera kolumner…</translation>
    </message>
    <message>
        <source>Rows by group and label</source>
        <translation>Rader per grupp och etikett</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>rader</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Översikt</translation>
    </message>
    <message>
        <source>Associations</source>
        <translation>Samband</translation>
    </message>
    <message>
        <source>Subgroups</source>
        <translation>Delgrupper</translation>
    </message>
    <message>
        <source>What is shown of the data</source>
        <translation>Vad som visas av data</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Visa alla rader</translation>
    </message>
    <message>
        <source>Types, roles, missing values and merged values of the columns, and how the file is read (Ctrl+D)</source>
        <translation>Kolumnernas typer, roller, saknade och sammanslagna värden, och hur filen läses (Ctrl+D)</translation>
    </message>
    <message>
        <source>A built-in sample is read as it is.</source>
        <translation>Ett inbyggt exempel läses som det är.</translation>
    </message>
    <message>
        <source>%1 of %2 rows: %3</source>
        <translation>%1 av %2 rader: %3</translation>
    </message>
    <message>
        <source>How many rows each group has with each label.</source>
        <translation>Hur många rader varje grupp har med varje etikett.</translation>
    </message>
    <message>
        <source>other values</source>
        <translation>andra värden</translation>
    </message>
    <message>
        <source>%1, %2: %3 rows</source>
        <translation>%1, %2: %3 rader</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 training rows</source>
        <translation>%1 träningsrader</translation>
    </message>
    <message>
        <source>The smallest cell is %1: %2 rows, %3.</source>
        <translation>Den minsta cellen är %1: %2 rader, %3.</translation>
    </message>
    <message>
        <source>Every picture is another one, so that there is no distribution to show. Choose a column of labels.</source>
        <translation>Varje bild är en annan, så det finns ingen fördelning att visa. Välj en kolumn med etiketter.</translation>
    </message>
    <message>
        <source>Causal model</source>
        <translation>Orsaksmodell</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::DialectForm</name>
    <message>
        <source>Separator</source>
        <translation>Skiljetecken</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Citattecken</translation>
    </message>
    <message>
        <source>none</source>
        <translation>inget</translation>
    </message>
    <message>
        <source>A quote inside quotes</source>
        <translation>Ett citattecken i ett citat</translation>
    </message>
    <message>
        <source>is doubled</source>
        <translation>dubbleras</translation>
    </message>
    <message>
        <source>stands behind \</source>
        <translation>står efter \</translation>
    </message>
    <message>
        <source>First line</source>
        <translation>Första raden</translation>
    </message>
    <message>
        <source>names the columns</source>
        <translation>namnger kolumnerna</translation>
    </message>
    <message>
        <source>is a row</source>
        <translation>är en datarad</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Decimaltecken</translation>
    </message>
    <message>
        <source>point: 1.5</source>
        <translation>punkt: 1.5</translation>
    </message>
    <message>
        <source>comma: 1,5</source>
        <translation>komma: 1,5</translation>
    </message>
    <message>
        <source>Thousands mark</source>
        <translation>Tusentalstecken</translation>
    </message>
    <message>
        <source>none: 1234</source>
        <translation>inget: 1234</translation>
    </message>
    <message>
        <source>comma: 1,234</source>
        <translation>komma: 1,234</translation>
    </message>
    <message>
        <source>point: 1.234</source>
        <translation>punkt: 1.234</translation>
    </message>
    <message>
        <source>blank: 1 234</source>
        <translation>blanksteg: 1 234</translation>
    </message>
    <message>
        <source>apostrophe: 1&apos;234</source>
        <translation>apostrof: 1&apos;234</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodning</translation>
    </message>
    <message>
        <source>Lines that are no rows</source>
        <translation>Rader som inte är datarader</translation>
    </message>
    <message>
        <source>refuse the file</source>
        <translation>avvisa filen</translation>
    </message>
    <message>
        <source>pass over and count</source>
        <translation>hoppa över och räkna</translation>
    </message>
    <message>
        <source>Comments begin with</source>
        <translation>Kommentarer börjar med</translation>
    </message>
    <message>
        <source>no comments</source>
        <translation>inga kommentarer</translation>
    </message>
    <message>
        <source>Lines above the table</source>
        <translation>Rader över tabellen</translation>
    </message>
    <message>
        <source>Missing values are written</source>
        <translation>Saknade värden skrivs</translation>
    </message>
    <message>
        <source>Spellings that stand for a missing value in every column, separated by commas; &quot;&quot; is an empty field.</source>
        <translation>Skrivsätt som betyder ett saknat värde i alla kolumner, skilda med kommatecken; &quot;&quot; är ett tomt fält.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::DifferencesCard</name>
    <message>
        <source>Differences between sources</source>
        <translation>Skillnader mellan källor</translation>
    </message>
    <message>
        <source>Test rows are being drawn anew for these terms…</source>
        <translation>Testrader dras på nytt för dessa villkor…</translation>
    </message>
    <message>
        <source>Sources that are tested on their own generated rows share no test rows to be compared on.</source>
        <translation>Källor som testas på sina egna skapade rader har inga gemensamma testrader att jämföras på.</translation>
    </message>
    <message>
        <source>No differences were computed with this protocol and classifier in this run.</source>
        <translation>Inga skillnader beräknades med detta protokoll och denna klassificerare i körningen.</translation>
    </message>
    <message>
        <source>%1. %2 of %3 differences are more than chance (adjusted p &lt; %4).</source>
        <translation>%1. %2 av %3 skillnader är mer än slump (justerat p &lt; %4).</translation>
    </message>
    <message>
        <source>same test rows, drawn anew together</source>
        <translation>samma testrader, dragna på nytt tillsammans</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::DifferencesModel</name>
    <message>
        <source>DPR</source>
        <translation>DPR</translation>
    </message>
    <message>
        <source>EOR</source>
        <translation>EOR</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>noggrannhet</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>%1 vs %2: %3</source>
        <translation>%1 mot %2: %3</translation>
    </message>
    <message>
        <source>%1 undefined, because %2</source>
        <translation>%1 odefinierat, eftersom %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 (%3), %4</source>
        <translation>%1 %2 (%3), %4</translation>
    </message>
    <message>
        <source>%1 vs %2</source>
        <translation>%1 mot %2</translation>
    </message>
    <message>
        <source>Adjusted by Holm&apos;s method for the number of comparisons in the same family (fairness or utility)</source>
        <translation>Justerat med Holms metod för antalet jämförelser i samma familj (rättvisa eller nytta)</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>jämförelse</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>tal</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>skillnad</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % intervall</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>p adjusted</source>
        <translation>justerat p</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 of %2 less that of %3, both judged on the same test rows.</source>
        <translation>%1 för %2 minus motsvarande för %3, båda bedömda på samma testrader.</translation>
    </message>
    <message>
        <source>How often chance alone would give as much: %1; adjusted by Holm for all comparisons of its family (%2): %3.</source>
        <translation>Hur ofta enbart slumpen skulle ge lika mycket: %1; justerat enligt Holm för alla jämförelser i familjen (%2): %3.</translation>
    </message>
    <message>
        <source>fairness</source>
        <translation>rättvisa</translation>
    </message>
    <message>
        <source>utility</source>
        <translation>nytta</translation>
    </message>
    <message>
        <source>Training with another seed is not in it.</source>
        <translation>Träning med ett annat frö ingår inte.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::DistributionPlot</name>
    <message>
        <source>Distribution of a column, real and generated</source>
        <translation>En kolumns fördelning, verklig och skapad</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 till %2</translation>
    </message>
    <message>
        <source>%1: total variation distance %2</source>
        <translation>%1: totalvariationsavstånd %2</translation>
    </message>
    <message>
        <source>%1, real against generated. %2</source>
        <translation>%1, verkliga mot skapade. %2</translation>
    </message>
    <message>
        <source>%1, real</source>
        <translation>%1, verkliga</translation>
    </message>
    <message>
        <source>%1, generated</source>
        <translation>%1, skapade</translation>
    </message>
    <message>
        <source>%1, %2: real %3, generated %4</source>
        <translation>%1, %2: verkliga %3, skapade %4</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::DockTitle</name>
    <message>
        <source>Float %1</source>
        <translation>Lösgör %1</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>Stäng %1</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::EffectPlot</name>
    <message>
        <source>Total effect of the group</source>
        <translation>Gruppens totala effekt</translation>
    </message>
    <message>
        <source>effect on the chance, percentage points</source>
        <translation>effekt på chansen, procentenheter</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>skattning</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>sanning</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::ExplanationStrip</name>
    <message>
        <source>Explanation of the chosen number</source>
        <translation>Förklaring av det valda talet</translation>
    </message>
    <message>
        <source>Close the explanation</source>
        <translation>Stäng förklaringen</translation>
    </message>
    <message>
        <source>Choose a number to read what it means, how it was computed and from how many rows.</source>
        <translation>Välj ett tal för att läsa vad det betyder, hur det beräknades och från hur många rader.</translation>
    </message>
    <message>
        <source>Read about it in the manual</source>
        <translation>Läs om det i handboken</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::ExportMenu</name>
    <message>
        <source>Export</source>
        <translation>Exportera</translation>
    </message>
    <message>
        <source>Saves the runs that are listed, the means over seeds, or the plots.</source>
        <translation>Sparar körningarna i listan, medelvärdena över frön eller diagrammen.</translation>
    </message>
    <message>
        <source>Runs as CSV…</source>
        <translation>Körningar som CSV…</translation>
    </message>
    <message>
        <source>Means over seeds as CSV…</source>
        <translation>Medelvärden över frön som CSV…</translation>
    </message>
    <message>
        <source>Everything as JSON…</source>
        <translation>Allt som JSON…</translation>
    </message>
    <message>
        <source>Means over seeds as LaTeX…</source>
        <translation>Medelvärden över frön som LaTeX…</translation>
    </message>
    <message>
        <source>Runs as LaTeX…</source>
        <translation>Körningar som LaTeX…</translation>
    </message>
    <message>
        <source>Plots as %1…</source>
        <translation>Diagram som %1…</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>jamforelse</translation>
    </message>
    <message>
        <source>means-over-seeds</source>
        <translation>medelvarden-over-fron</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>korningar</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>LaTeX (*.tex)</source>
        <translation>LaTeX (*.tex)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabeller (*.csv)</translation>
    </message>
    <message>
        <source>Export comparison</source>
        <translation>Exportera jämförelse</translation>
    </message>
    <message>
        <source>The comparison was saved as %1.</source>
        <translation>Jämförelsen sparades som %1.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 kunde inte skrivas: %2.</translation>
    </message>
    <message>
        <source>Save plots in</source>
        <translation>Spara diagram i</translation>
    </message>
    <message>
        <source>Save plots</source>
        <translation>Spara diagram</translation>
    </message>
    <message>
        <source>The folder already has %1. Replace?</source>
        <translation>Mappen har redan %1. Ersätta?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersätt</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 kunde inte skrivas.</translation>
    </message>
    <message>
        <source>The plots were saved in %1.</source>
        <translation>Diagrammen sparades i %1.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::Failure</name>
    <message>
        <source>Stopped.</source>
        <translation>Stoppad.</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs, or use fewer rows or a smaller batch.</source>
        <translation>Minnet räcker inte till detta. Stäng andra program, eller använd färre rader eller en mindre sats.</translation>
    </message>
    <message>
        <source>An unexpected error ended this. Nothing else is affected.</source>
        <translation>Ett oväntat fel avslutade detta. Inget annat påverkas.</translation>
    </message>
    <message>
        <source>An unexpected error ended this: %1. Nothing else is affected.</source>
        <translation>Ett oväntat fel avslutade detta: %1. Inget annat påverkas.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::FiguresCard</name>
    <message>
        <source>Utility, quality, privacy</source>
        <translation>Nytta och kvalitet</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>rader</translation>
    </message>
    <message>
        <source>latent</source>
        <translation>latent</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>djup</translation>
    </message>
    <message>
        <source>privacy</source>
        <translation>integritet</translation>
    </message>
    <message>
        <source>Utility, quality, leakage and privacy per source</source>
        <translation>Nytta, kvalitet, läckage och integritet per källa</translation>
    </message>
    <message>
        <source>What is judged</source>
        <translation>Vad som bedöms</translation>
    </message>
    <message>
        <source>The generated rows, the latent space they are made from, how the rows are distributed in depth, or what they give away</source>
        <translation>De skapade raderna, det latenta rummet som de görs av, hur raderna är fördelade på djupet, eller vad de avslöjar</translation>
    </message>
    <message>
        <source>These figures do not bound what an attacker can learn: a better attack may do better, and rows that lie far from all training rows can still give people away.</source>
        <translation>Talen sätter ingen gräns för vad en angripare kan få veta: en bättre attack kan lyckas bättre, och rader som ligger långt från alla träningsrader kan ändå avslöja människor.</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>I ord</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 och %2 till</translation>
    </message>
    <message>
        <source>without near-unique columns (%1)</source>
        <translation>utan nästan unika kolumner (%1)</translation>
    </message>
    <message>
        <source>Columns in which nearly every row has a value of its own make every row look far away: %1</source>
        <translation>Kolumner där nästan varje rad har ett eget värde får varje rad att se avlägsen ut: %1</translation>
    </message>
    <message>
        <source>&lt;b&gt;In words.&lt;/b&gt; %1</source>
        <translation>&lt;b&gt;I ord.&lt;/b&gt; %1</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::FileField</name>
    <message>
        <source>Choose a file</source>
        <translation>Välj en fil</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-filer (*.json)</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::FilterBar</name>
    <message>
        <source>Search runs</source>
        <translation>Sök körningar</translation>
    </message>
    <message>
        <source>Words of the name, tags, note, study, variant, method or data; &quot;seed 3&quot; finds a seed.</source>
        <translation>Ord ur namn, taggar, anteckning, studie, variant, metod eller data; ”seed 3” hittar ett frö.</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Shows the runs of one study alone.</source>
        <translation>Visar bara en studies körningar.</translation>
    </message>
    <message>
        <source>Loss or method</source>
        <translation>Förlust eller metod</translation>
    </message>
    <message>
        <source>Shows the runs of one loss or method alone.</source>
        <translation>Visar bara körningar med en förlust eller metod.</translation>
    </message>
    <message>
        <source>Data and task</source>
        <translation>Data och uppgift</translation>
    </message>
    <message>
        <source>Shows the runs on one data set and task alone.</source>
        <translation>Visar bara körningar på en datamängd och uppgift.</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What the classifier learns from and is tested on. Runs are compared by train synthetic, test real unless you choose another.</source>
        <translation>Vad klassificeraren lär av och prövas på. Körningar jämförs med träna syntetiskt, pröva verkligt om du inte väljer annat.</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Klassificerare</translation>
    </message>
    <message>
        <source>The classifier whose decisions are compared</source>
        <translation>Klassificeraren vars beslut jämförs</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Visa alla</translation>
    </message>
    <message>
        <source>Forgets which runs are selected.</source>
        <translation>Glömmer vilka körningar som är markerade.</translation>
    </message>
    <message>
        <source>All studies</source>
        <translation>Alla studier</translation>
    </message>
    <message>
        <source>All methods</source>
        <translation>Alla metoder</translation>
    </message>
    <message>
        <source>All data</source>
        <translation>Alla data</translation>
    </message>
    <message>
        <source>%1 of %2 runs selected</source>
        <translation>%1 av %2 körningar markerade</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 av %2 körningar</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::GroupsCard</name>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>rates</source>
        <translation>andelar</translation>
    </message>
    <message>
        <source>against the reference</source>
        <translation>mot referensen</translation>
    </message>
    <message>
        <source>Sensitive columns</source>
        <translation>Känsliga kolumner</translation>
    </message>
    <message>
        <source>Groups of all sensitive columns together, or of one alone</source>
        <translation>Grupper efter alla känsliga kolumner tillsammans, eller efter en ensam</translation>
    </message>
    <message>
        <source>What the table of groups shows</source>
        <translation>Vad tabellen över grupper visar</translation>
    </message>
    <message>
        <source>Source whose groups are shown</source>
        <translation>Källa vars grupper visas</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>alla tillsammans</translation>
    </message>
    <message>
        <source>The %1 was not judged with this protocol and classifier in this run.</source>
        <translation>Källan %1 bedömdes inte med detta protokoll och denna klassificerare i körningen.</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>tröskel %1</translation>
    </message>
    <message>
        <source>“%1” is selected %2 percentage points less often than “%3”</source>
        <translation>”%1” väljs ut %2 procentenheter mer sällan än ”%3”</translation>
    </message>
    <message>
        <source>“%1” is selected %2 percentage points more often than “%3”</source>
        <translation>”%1” väljs ut %2 procentenheter oftare än ”%3”</translation>
    </message>
    <message>
        <source> (difference %1 to %2 points)</source>
        <translation> (skillnad %1 till %2 procentenheter)</translation>
    </message>
    <message>
        <source>%1 of %2 groups have fewer than %3 rows (⚠): their rates say little.</source>
        <translation>%1 av %2 grupper har färre än %3 rader (⚠): deras andelar säger inte mycket.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::GroupsModel</name>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <source>%1 (reference)</source>
        <translation>%1 (referens)</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 för %2: %3</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>rader</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>favourable</source>
        <translation>gynnsamma</translation>
    </message>
    <message>
        <source>favour-
able</source>
        <translation>gynn-
samma</translation>
    </message>
    <message>
        <source>base rate</source>
        <translation>basandel</translation>
    </message>
    <message>
        <source>base
rate</source>
        <translation>bas-
andel</translation>
    </message>
    <message>
        <source>selection rate</source>
        <translation>urvalsandel</translation>
    </message>
    <message>
        <source>selection
rate</source>
        <translation>urvals-
andel</translation>
    </message>
    <message>
        <source>TPR</source>
        <translation>TPR</translation>
    </message>
    <message>
        <source>FPR</source>
        <translation>FPR</translation>
    </message>
    <message>
        <source>FNR</source>
        <translation>FNR</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>precision</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>nog-
grannhet</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>kalibrering</translation>
    </message>
    <message>
        <source>cali-
bration</source>
        <translation>kali-
brering</translation>
    </message>
    <message>
        <source>difference in selection rate</source>
        <translation>skillnad i urvalsandel</translation>
    </message>
    <message>
        <source>selection
diff.</source>
        <translation>urvals-
diff.</translation>
    </message>
    <message>
        <source>ratio of selection rates</source>
        <translation>kvot mellan urvalsandelar</translation>
    </message>
    <message>
        <source>selection
ratio</source>
        <translation>urvals-
kvot</translation>
    </message>
    <message>
        <source>difference in TPR</source>
        <translation>skillnad i TPR</translation>
    </message>
    <message>
        <source>TPR
diff.</source>
        <translation>TPR-
diff.</translation>
    </message>
    <message>
        <source>ratio of TPR</source>
        <translation>kvot mellan TPR</translation>
    </message>
    <message>
        <source>TPR
ratio</source>
        <translation>TPR-
kvot</translation>
    </message>
    <message>
        <source>difference in FPR</source>
        <translation>skillnad i FPR</translation>
    </message>
    <message>
        <source>FPR
diff.</source>
        <translation>FPR-
diff.</translation>
    </message>
    <message>
        <source>ratio of FPR</source>
        <translation>kvot mellan FPR</translation>
    </message>
    <message>
        <source>FPR
ratio</source>
        <translation>FPR-
kvot</translation>
    </message>
    <message>
        <source>group</source>
        <translation>grupp</translation>
    </message>
    <message>
        <source>%1: %2 test rows, %3 of them favourable.</source>
        <translation>%1: %2 testrader, varav %3 gynnsamma.</translation>
    </message>
    <message>
        <source>So few rows (fewer than %1) say little: read their intervals, not their rates.</source>
        <translation>Så få rader (färre än %1) säger inte mycket: läs deras intervall, inte deras andelar.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 %2: %3. %4</source>
        <translation>%1 %2: %3. %4</translation>
    </message>
    <message>
        <source>%1 rows of this group.</source>
        <translation>%1 rader från gruppen.</translation>
    </message>
    <message>
        <source>Reference group: %1, %2 rows.</source>
        <translation>Referensgrupp: %1, %2 rader.</translation>
    </message>
    <message>
        <source>A small group.</source>
        <translation>En liten grupp.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::HeatMap</name>
    <message>
        <source>Matrix of %1 columns; arrow keys read single cells.</source>
        <translation>Matris med %1 kolumner; piltangenterna läser enskilda celler.</translation>
    </message>
    <message>
        <source>%1 × %2: %3</source>
        <translation>%1 × %2: %3</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::HelpBrowser</name>
    <message>
        <source>Page of the manual</source>
        <translation>Sida i handboken</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::HelpWindow</name>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbok</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Sök i handboken</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sidor</translation>
    </message>
    <message>
        <source>No page has all of these words.</source>
        <translation>Ingen sida har alla dessa ord.</translation>
    </message>
    <message>
        <source>The page before (Alt+Left)</source>
        <translation>Föregående sida (Alt+Vänster)</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tangenter</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Kommando</translation>
    </message>
    <message>
        <source>Manual page about what has the focus</source>
        <translation>Handbokens sida om det som har fokus</translation>
    </message>
    <message>
        <source>Next field, field before</source>
        <translation>Nästa fält, föregående fält</translation>
    </message>
    <message>
        <source>Forget the selection in Compare</source>
        <translation>Glöm urvalet i Jämförelse</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::InfluenceCard</name>
    <message>
        <source>What decisions lean on</source>
        <translation>Vad besluten stöder sig på</translation>
    </message>
    <message>
        <source>Share of influence per column</source>
        <translation>Andel av inflytandet per kolumn</translation>
    </message>
    <message>
        <source>share of influence</source>
        <translation>andel av inflytandet</translation>
    </message>
    <message>
        <source>Classifiers were not explained in this run.</source>
        <translation>Klassificerarna förklarades inte i denna körning.</translation>
    </message>
    <message>
        <source>%1 (sensitive)</source>
        <translation>%1 (känslig)</translation>
    </message>
    <message>
        <source>%1 (proxy)</source>
        <translation>%1 (ställföreträdare)</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>odefinierat</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>finns inte</translation>
    </message>
    <message>
        <source>XGBoost, %1 test rows, threshold %2</source>
        <translation>XGBoost, %1 testrader, tröskel %2</translation>
    </message>
    <message>
        <source>How many decisions the group alone would change is undefined: %1.</source>
        <translation>Hur många beslut gruppen ensam skulle ändra är odefinierat: %1.</translation>
    </message>
    <message>
        <source> (%1 to %2)</source>
        <translation> (%1 till %2)</translation>
    </message>
    <message>
        <source>%1 of decisions%2 would change with the other group&apos;s value (real: %3).</source>
        <translation>%1 av besluten%2 skulle ändras med den andra gruppens värde (verkliga: %3).</translation>
    </message>
    <message>
        <source>%1 of decisions%2 would change with the other group&apos;s value.</source>
        <translation>%1 av besluten%2 skulle ändras med den andra gruppens värde.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>mean |SHAP| %1 log odds</source>
        <translation>medelvärde av |SHAP| %1 logodds</translation>
    </message>
    <message>
        <source>accuracy lost when its values are shuffled</source>
        <translation>noggrannhet som förloras när dess värden blandas om</translation>
    </message>
    <message>
        <source>change of DPR then</source>
        <translation>ändring av DPR då</translation>
    </message>
    <message>
        <source>a sensitive column itself</source>
        <translation>själv en känslig kolumn</translation>
    </message>
    <message>
        <source>goes with the group (Cramér&apos;s V %1), so that it may stand in for it</source>
        <translation>följer gruppen (Cramérs V %1), så att den kan vara en ställföreträdare för den</translation>
    </message>
    <message>
        <source>goes little with the group (Cramér&apos;s V %1)</source>
        <translation>följer gruppen föga (Cramérs V %1)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>XGBoost trained on %1, %2 test rows.</source>
        <translation>XGBoost tränad på %1, %2 testrader.</translation>
    </message>
    <message>
        <source>Besides: %1.</source>
        <translation>Dessutom: %1.</translation>
    </message>
    <message>
        <source>As “%1”, %2 of “%3” would be selected in addition and %4 no more.</source>
        <translation>Som ”%1” skulle ytterligare %2 av ”%3” väljas ut och %4 inte längre väljas ut.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::IntervalPlot</name>
    <message>
        <source>80 % rule</source>
        <translation>80 %-regeln</translation>
    </message>
    <message>
        <source>undefined (point here for the reason)</source>
        <translation>odefinierat (peka här för orsaken)</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>inte beräknat</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>odefinierat</translation>
    </message>
    <message>
        <source>%1, seeds</source>
        <translation>%1, frön</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::JudgeRowsDialog</name>
    <message>
        <source>Judge generated rows</source>
        <translation>Bedöm genererade rader</translation>
    </message>
    <message>
        <source>File of generated rows</source>
        <translation>Fil med genererade rader</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Bläddra…</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>Bedöm</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fil</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Funna</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Saknas</translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation>Överhoppade</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 av %2: %3</translation>
    </message>
    <message>
        <source>There is no file or folder %1.</source>
        <translation>Det finns ingen fil eller mapp %1.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::LatentCard</name>
    <message>
        <source>Latent space</source>
        <translation>Latent rum</translation>
    </message>
    <message>
        <source>group</source>
        <translation>grupp</translation>
    </message>
    <message>
        <source>label</source>
        <translation>etikett</translation>
    </message>
    <message>
        <source>Colour points by group or by label</source>
        <translation>Färglägg punkter efter grupp eller etikett</translation>
    </message>
    <message>
        <source>Colour points by group or by label.</source>
        <translation>Färglägg punkter efter grupp eller etikett.</translation>
    </message>
    <message>
        <source>The cloud appears after the first epoch</source>
        <translation>Molnet visas efter den första epoken</translation>
    </message>
    <message>
        <source>%1 rows at epoch %2 on two principal components of the latent space.</source>
        <translation>%1 rader vid epok %2 på två principalkomponenter av det latenta rummet.</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>grupp %1</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>inte %1</translation>
    </message>
    <message>
        <source>principal component 1</source>
        <translation>principalkomponent 1</translation>
    </message>
    <message>
        <source>principal component 2</source>
        <translation>principalkomponent 2</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 av %2 rader</translation>
    </message>
    <message>
        <source>The cloud is kept only while the window is open</source>
        <translation>Molnet finns bara medan fönstret är öppet</translation>
    </message>
    <message>
        <source>Epoch of the latent space shown</source>
        <translation>Epok för det visade latenta rummet</translation>
    </message>
    <message>
        <source>Goes back to how the latent space lay in earlier epochs; at the right end it follows the training.</source>
        <translation>Går tillbaka till hur det latenta rummet låg i tidigare epoker; längst till höger följer det träningen.</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>epok %1</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::LeakageCard</name>
    <message>
        <source>Leakage</source>
        <translation>Läckage</translation>
    </message>
    <message>
        <source>Leakage of the group into the latent space</source>
        <translation>Läckage av gruppen till det latenta rummet</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>epok</translation>
    </message>
    <message>
        <source>AUROC of group from z</source>
        <translation>AUROC för gruppen från z</translation>
    </message>
    <message>
        <source>linear probe on held-out rows</source>
        <translation>linjär sond på undanhållna rader</translation>
    </message>
    <message>
        <source>The probe is fitted after the first epochs</source>
        <translation>Sonden anpassas efter de första epokerna</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>slump</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>lärare</translation>
    </message>
    <message>
        <source>teacher %1</source>
        <translation>lärare %1</translation>
    </message>
    <message>
        <source>chance (95 % of permutations)</source>
        <translation>slump (95 % av permutationerna)</translation>
    </message>
    <message>
        <source>The latent space still gives the group away a little: AUROC %1, chance reaches %2 to %3.</source>
        <translation>Det latenta rummet avslöjar fortfarande gruppen något: AUROC %1, slumpen når %2 till %3.</translation>
    </message>
    <message>
        <source>The latent space gives the group away: AUROC %1, chance reaches %2 to %3.</source>
        <translation>Det latenta rummet avslöjar gruppen: AUROC %1, slumpen når %2 till %3.</translation>
    </message>
    <message>
        <source>A linear probe does no better than chance: AUROC %1, chance reaches %2 to %3.</source>
        <translation>En linjär sond klarar sig inte bättre än slumpen: AUROC %1, slumpen når %2 till %3.</translation>
    </message>
    <message>
        <source>The latent space gives the group away clearly: AUROC %1, chance reaches %2 to %3.</source>
        <translation>Det latenta rummet avslöjar gruppen tydligt: AUROC %1, slumpen når %2 till %3.</translation>
    </message>
    <message>
        <source>%1: accuracy %2, DPR %3</source>
        <translation>%1: träffsäkerhet %2, DPR %3</translation>
    </message>
    <message>
        <source>student</source>
        <translation>elev</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>odefinierad</translation>
    </message>
    <message>
        <source>A logistic regression trained on latents of training rows and tested on those of held-out rows, the label hidden from the encoder in both</source>
        <translation>En logistisk regression tränad på träningsraders latenter och testad på undanhållna raders, med etiketten dold för kodaren i båda</translation>
    </message>
    <message>
        <source>Label from z – %1</source>
        <translation>Etikett från z – %1</translation>
    </message>
    <message>
        <source>Its course is kept only while the window is open</source>
        <translation>Förloppet finns bara medan fönstret är öppet</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::LessonControl</name>
    <message>
        <source>Settings before the lesson</source>
        <translation>Inställningar före lektionen</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Klart.</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>Pausad: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Öppnar…</translation>
    </message>
    <message>
        <source>Waiting for you.</source>
        <translation>Väntar på dig.</translation>
    </message>
    <message>
        <source>Settings of the lesson</source>
        <translation>Lektionens inställningar</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::LessonPanel</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tillbaka</translation>
    </message>
    <message>
        <source>The step before (Page Up)</source>
        <translation>Steget före (Page Up)</translation>
    </message>
    <message>
        <source>&amp;Do it for me</source>
        <translation>&amp;Gör det åt mig</translation>
    </message>
    <message>
        <source>Does what this step asks for (Ctrl+Return)</source>
        <translation>Gör det som steget ber om (Ctrl+Retur)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Nästa</translation>
    </message>
    <message>
        <source>The next step (Page Down)</source>
        <translation>Nästa steg (Page Down)</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>&amp;Lämna</translation>
    </message>
    <message>
        <source>Ends the lesson; it can be taken up again where it was left</source>
        <translation>Avslutar lektionen; den kan tas upp igen där den lämnades</translation>
    </message>
    <message>
        <source>%1 · step %2 of %3</source>
        <translation>%1 · steg %2 av %3</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Avsluta</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::MainWindow</name>
    <message>
        <source>Set-up</source>
        <translation>Upplägg</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Körningar</translation>
    </message>
    <message>
        <source>The view is on the clipboard as a picture.</source>
        <translation>Vyn ligger i urklipp som bild.</translation>
    </message>
    <message>
        <source>Open differently…</source>
        <translation>Öppna på annat sätt…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppa</translation>
    </message>
    <message>
        <source>Read with the recipe “%1”, which fits this file.</source>
        <translation>Läst med receptet ”%1”, som passar filen.</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 misslyckades: %2</translation>
    </message>
    <message>
        <source>Export model into a folder</source>
        <translation>Exportera modellen till en mapp</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Avsluta</translation>
    </message>
    <message>
        <source>A run is in progress. Stop it and quit?</source>
        <translation>En körning pågår. Stoppa den och avsluta?</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Stoppa och avsluta</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>Fortsätt träna</translation>
    </message>
    <message>
        <source>Read with the schema %1, which lies beside this file.</source>
        <translation>Läst med schemat %1, som ligger bredvid filen.</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studier</translation>
    </message>
    <message>
        <source>A study is running. Cancel it or wait until it has ended, then save the project.</source>
        <translation>En studie pågår. Avbryt den eller vänta tills den är klar, och spara sedan projektet.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) deleted.</source>
        <translation>
            <numerusform>%n körning borttagen.</numerusform>
            <numerusform>%n körningar borttagna.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsätt</translation>
    </message>
    <message>
        <source>A study is running. Quit, and go on with it another time?</source>
        <translation>En studie pågår. Avsluta, och fortsätt med den en annan gång?</translation>
    </message>
    <message>
        <source>Docks</source>
        <translation>Dockor</translation>
    </message>
    <message numerus="yes">
        <source>Fairloom did not come to close “%1” the last time. Nothing that had finished is lost (%n run(s)).</source>
        <translation>
            <numerusform>Fairloom hann inte stänga ”%1” förra gången. Inget som var färdigt har gått förlorat (%n körning).</numerusform>
            <numerusform>Fairloom hann inte stänga ”%1” förra gången. Inget som var färdigt har gått förlorat (%n körningar).</numerusform>
        </translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öppna det</translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation>Leta upp den…</translation>
    </message>
    <message>
        <source>Where is %1?</source>
        <translation>Var finns %1?</translation>
    </message>
    <message>
        <source>Reset settings</source>
        <translation>Återställ inställningarna</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>A run is in progress. Wait until it has ended, or stop it, then start the lesson.</source>
        <translation>En körning pågår. Vänta tills den är klar, eller stoppa den, och börja sedan lektionen.</translation>
    </message>
    <message>
        <source>Open lesson</source>
        <translation>Öppna lektion</translation>
    </message>
    <message>
        <source>Lessons (*.json)</source>
        <translation>Lektioner (*.json)</translation>
    </message>
    <message>
        <source>Test rows are those of %1.</source>
        <translation>Testraderna är de i %1.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::MergeTable</name>
    <message>
        <source>Group selected</source>
        <translation>Slå samman valda</translation>
    </message>
    <message>
        <source>Values and what they become</source>
        <translation>Värden och vad de blir</translation>
    </message>
    <message>
        <source>Type what a value becomes; the same text for several values makes them one category.</source>
        <translation>Skriv vad ett värde blir; samma text för flera värden gör dem till en kategori.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Värde</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Blir</translation>
    </message>
    <message>
        <source>Name for the selected values</source>
        <translation>Namn för de valda värdena</translation>
    </message>
    <message>
        <source>New name for the selected values</source>
        <translation>Nytt namn för de valda värdena</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>alla andra</translation>
    </message>
    <message>
        <source>Every value that is not named above becomes this; leave it empty to keep them.</source>
        <translation>Varje värde som inte nämns ovan blir detta; lämna tomt för att behålla dem.</translation>
    </message>
    <message>
        <source>The %1 most frequent of %2 values.</source>
        <translation>De %1 vanligaste av %2 värden.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::Navigation</name>
    <message>
        <source>Views</source>
        <translation>Vyer</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::NearestCard</name>
    <message>
        <source>Remembered or invented?</source>
        <translation>Ihågkommet eller påhittat?</translation>
    </message>
    <message>
        <source>Generated pictures and the nearest training pictures</source>
        <translation>Skapade bilder och de närmaste träningsbilderna</translation>
    </message>
    <message>
        <source>Looking for the nearest training pictures…</source>
        <translation>Letar efter de närmaste träningsbilderna…</translation>
    </message>
    <message>
        <source>Training picture %1, distance %2</source>
        <translation>Träningsbild %1, avstånd %2</translation>
    </message>
    <message>
        <source>Generated picture %1</source>
        <translation>Skapad bild %1</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>skapade</translation>
    </message>
    <message>
        <source>nearest real</source>
        <translation>närmaste verkliga</translation>
    </message>
    <message>
        <source>%1 of the generated pictures are training pictures, pixel by pixel.</source>
        <translation>%1 av de skapade bilderna är träningsbilder, bildpunkt för bildpunkt.</translation>
    </message>
    <message>
        <source>%1 of the generated pictures come nearer to a training picture than is usual for pictures that were never seen (%2).</source>
        <translation>%1 av de skapade bilderna kommer närmare en träningsbild än vad som är vanligt för bilder som aldrig setts (%2).</translation>
    </message>
    <message>
        <source>A model that remembers would give training pictures back. Distances are taken between features of a fixed random network; what is usual is the median of real pictures that the model never saw.</source>
        <translation>En modell som minns skulle ge tillbaka träningsbilder. Avstånd mäts mellan särdrag i ett fast slumpmässigt nät; det vanliga är medianen för verkliga bilder som modellen aldrig sett.</translation>
    </message>
    <message>
        <source>distance · usual: %1</source>
        <translation>avstånd · vanligt: %1</translation>
    </message>
    <message>
        <source>Nearest of all</source>
        <translation>Närmast av alla</translation>
    </message>
    <message>
        <source>drawn</source>
        <comment>a generated picture</comment>
        <translation>ritad</translation>
    </message>
    <message>
        <source>the real ones nearest to it</source>
        <translation>de verkliga som ligger den närmast</translation>
    </message>
    <message>
        <source>No sign of copies: %1 of the generated pictures are unusually near to a training picture; of real pictures that were never seen, %2.</source>
        <translation>Inga tecken på kopior: %1 av de skapade bilderna ligger ovanligt nära en träningsbild; av verkliga bilder som aldrig setts, %2.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::OpenDataDialog</name>
    <message>
        <source>Open data</source>
        <translation>Öppna data</translation>
    </message>
    <message>
        <source>Data file</source>
        <translation>Datafil</translation>
    </message>
    <message>
        <source>Test file, optional</source>
        <translation>Testfil, valfri</translation>
    </message>
    <message>
        <source>Without one, 30 % of the rows are kept apart for testing</source>
        <translation>Utan en sådan hålls 30 % av raderna undan för test</translation>
    </message>
    <message>
        <source>First lines of the file</source>
        <translation>Filens första rader</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Bläddra…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fil</translation>
    </message>
    <message>
        <source>&amp;Test file</source>
        <translation>&amp;Testfil</translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation>&amp;Recept</translation>
    </message>
    <message>
        <source>Test file</source>
        <translation>Testfil</translation>
    </message>
    <message>
        <source>None: read the file as it is</source>
        <translation>Inget: läs filen som den är</translation>
    </message>
    <message>
        <source>%1, filter “%2”</source>
        <translation>%1, filter ”%2”</translation>
    </message>
    <message>
        <source>Recognised: %1. The recipe names the columns and suggests the task.</source>
        <translation>Igenkänt: %1. Receptet namnger kolumnerna och föreslår uppgiften.</translation>
    </message>
    <message>
        <source>There is no test file %1.</source>
        <translation>Det finns ingen testfil %1.</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>&amp;Del</translation>
    </message>
    <message>
        <source>File of the archive or table of the database</source>
        <translation>Fil i arkivet eller tabell i databasen</translation>
    </message>
    <message>
        <source>Recipe or schema</source>
        <translation>Recept eller schema</translation>
    </message>
    <message>
        <source>What is known about a published data set, or a schema saved before: column names, types, what is missing, what to predict.</source>
        <translation>Vad som är känt om en publicerad datamängd, eller ett schema som sparats förut: kolumnnamn, typer, vad som saknas, vad som ska förutsägas.</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Filens första rader</translation>
    </message>
    <message>
        <source>The first rows of the file appear here.</source>
        <translation>Filens första rader visas här.</translation>
    </message>
    <message>
        <source>▾ Correct how it is read</source>
        <translation>▾ Rätta hur den läses</translation>
    </message>
    <message>
        <source>▸ Correct how it is read</source>
        <translation>▸ Rätta hur den läses</translation>
    </message>
    <message>
        <source>Recipe or schema from a file…</source>
        <translation>Recept eller schema från en fil…</translation>
    </message>
    <message>
        <source>Recipes and schemas (*.json)</source>
        <translation>Recept och scheman (*.json)</translation>
    </message>
    <message>
        <source>Schema %1</source>
        <translation>Schema %1</translation>
    </message>
    <message>
        <source>The schema %1 lies beside the file and says how it is read.</source>
        <translation>Schemat %1 ligger bredvid filen och säger hur den läses.</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>Filen undersöks…</translation>
    </message>
    <message>
        <source>A table as text, packed or not, an SQLite database, a folder of pictures, or an IDX file</source>
        <translation>En tabell som text, packad eller inte, en SQLite-databas, en mapp med bilder, eller en IDX-fil</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Mapp…</translation>
    </message>
    <message>
        <source>A folder of pictures</source>
        <translation>En mapp med bilder</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.data *.test *.tab *.dat *.arff *.json *.jsonl *.ndjson *.db *.sqlite *.sqlite3 *.gz *.zip *.zst *.xz *.bz2 *.tar *.tgz *.7z *ubyte);;All files (*)</source>
        <translation>Tabeller (*.csv *.tsv *.txt *.data *.test *.tab *.dat *.arff *.json *.jsonl *.ndjson *.db *.sqlite *.sqlite3 *.gz *.zip *.zst *.xz *.bz2 *.tar *.tgz *.7z *ubyte);;Alla filer (*)</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>Mapp med bilder</translation>
    </message>
    <message>
        <source>There is no file or folder %1.</source>
        <translation>Det finns ingen fil eller mapp %1.</translation>
    </message>
    <message>
        <source>Its test file lies beside it and is used: %1.</source>
        <translation>Dess testfil ligger bredvid och används: %1.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::OrderList</name>
    <message>
        <source>Lower</source>
        <translation>Lägre</translation>
    </message>
    <message>
        <source>Higher</source>
        <translation>Högre</translation>
    </message>
    <message>
        <source>Order of the values, lowest first</source>
        <translation>Värdenas ordning, lägst först</translation>
    </message>
    <message>
        <source>Move the value towards the lowest (Alt+Up)</source>
        <translation>Flytta värdet mot det lägsta (Alt+Upp)</translation>
    </message>
    <message>
        <source>Move the value towards the highest (Alt+Down)</source>
        <translation>Flytta värdet mot det högsta (Alt+Ned)</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::PictureDetails</name>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::PictureReading</name>
    <message>
        <source>Colour tells the parity</source>
        <translation>Färgen avslöjar pariteten</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Storlek</translation>
    </message>
    <message>
        <source>Pictures are cut to a square and brought to this many pixels an edge. Training takes four times as long at twice the size.</source>
        <translation>Bilder beskärs till en kvadrat och förs till så här många bildpunkter per kant. Träningen tar fyra gånger så lång tid vid dubbla storleken.</translation>
    </message>
    <message>
        <source>%1 × %1 pixels</source>
        <translation>%1 × %1 bildpunkter</translation>
    </message>
    <message>
        <source>Labels from</source>
        <translation>Etiketter från</translation>
    </message>
    <message>
        <source>found by itself, or folders are classes</source>
        <translation>hittas av sig själv, eller mappar är klasser</translation>
    </message>
    <message>
        <source>A table with a column that names the pictures, in the folder, beside it or elsewhere.</source>
        <translation>En tabell med en kolumn som namnger bilderna, i mappen, bredvid den eller någon annanstans.</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>Filnamn</translation>
    </message>
    <message>
        <source>[age]_[gender]_[race], for example</source>
        <translation>[age]_[gender]_[race], till exempel</translation>
    </message>
    <message>
        <source>Labels inside file names: what stands between brackets becomes a column.</source>
        <translation>Etiketter i filnamn: det som står inom hakparenteser blir en kolumn.</translation>
    </message>
    <message>
        <source>How often even digits are red and odd ones green; from a third, where the colour says nothing, to 1.</source>
        <translation>Hur ofta jämna siffror är röda och udda gröna; från en tredjedel, där färgen inte säger något, till 1.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Bläddra…</translation>
    </message>
    <message>
        <source>Labels of the pictures</source>
        <translation>Bildernas etiketter</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.json *.jsonl);;All files (*)</source>
        <translation>Tabeller (*.csv *.tsv *.txt *.json *.jsonl);;Alla filer (*)</translation>
    </message>
    <message>
        <source>labels from their names</source>
        <translation>etiketter från deras namn</translation>
    </message>
    <message>
        <source>labels from %1</source>
        <translation>etiketter från %1</translation>
    </message>
    <message>
        <source>labels found with them</source>
        <translation>etiketter funna med dem</translation>
    </message>
    <message>
        <source>Found: %1 pictures, %2.</source>
        <translation>Funnet: %1 bilder, %2.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::PictureRows</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a group or label, and how many pictures have it</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Pictures of this group only</source>
        <translation>Bara bilder av denna grupp</translation>
    </message>
    <message>
        <source>Pictures with this label only</source>
        <translation>Bara bilder med denna etikett</translation>
    </message>
    <message>
        <source>Pictures of the data</source>
        <translation>Datas bilder</translation>
    </message>
    <message>
        <source>any group</source>
        <translation>vilken grupp som helst</translation>
    </message>
    <message>
        <source>any label</source>
        <translation>vilken etikett som helst</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 bilder</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 av %2</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::PictureSamples</name>
    <message>
        <source>original</source>
        <translation>original</translation>
    </message>
    <message>
        <source>real</source>
        <translation>verkliga</translation>
    </message>
    <message>
        <source>as the model draws it</source>
        <translation>som modellen ritar den</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Verkliga</translation>
    </message>
    <message>
        <source>Generated by student</source>
        <translation>Genererat av eleven</translation>
    </message>
    <message>
        <source>Real training pictures</source>
        <translation>Verkliga träningsbilder</translation>
    </message>
    <message>
        <source>Generated pictures</source>
        <translation>Skapade bilder</translation>
    </message>
    <message>
        <source>Flip the group</source>
        <translation>Byt grupp</translation>
    </message>
    <message>
        <source>Chosen pictures, their reconstructions, and the same latents decoded for every group</source>
        <translation>Valda bilder, deras rekonstruktioner, och samma latenter avkodade för varje grupp</translation>
    </message>
    <message>
        <source>Between two pictures</source>
        <translation>Mellan två bilder</translation>
    </message>
    <message>
        <source>Pictures on the straight way between two latents</source>
        <translation>Bilder på den raka vägen mellan två latenter</translation>
    </message>
    <message>
        <source>Draw more</source>
        <translation>Rita fler</translation>
    </message>
    <message>
        <source>Back to the run’s</source>
        <translation>Tillbaka till körningens</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportera…</translation>
    </message>
    <message>
        <source>Saves the generated pictures as PNG files with a table of their labels.</source>
        <translation>Sparar de skapade bilderna som PNG-filer med en tabell över deras etiketter.</translation>
    </message>
    <message>
        <source>Draws %1 new pictures of the group and the label that are chosen below.</source>
        <translation>Ritar %1 nya bilder av gruppen och etiketten som är valda nedan.</translation>
    </message>
    <message>
        <source>One latent, decoded for every group: what tells the group should change, everything else should stay.</source>
        <translation>En latent, avkodad för varje grupp: det som avslöjar gruppen ska ändras, allt annat ska stå kvar.</translation>
    </message>
    <message>
        <source>The straight line between the latents of the two real pictures that were chosen last, decoded for the first one&apos;s group.</source>
        <translation>Den raka linjen mellan latenterna hos de två verkliga bilder som valdes sist, avkodad för den förstas grupp.</translation>
    </message>
    <message>
        <source>Chosen pictures, decoded for every group from one latent.</source>
        <translation>Valda bilder, avkodade för varje grupp från en latent.</translation>
    </message>
    <message>
        <source>The way between two chosen pictures.</source>
        <translation>Vägen mellan två valda bilder.</translation>
    </message>
    <message>
        <source>Generated pictures beside the training pictures that come nearest to them.</source>
        <translation>Skapade bilder bredvid de träningsbilder som kommer dem närmast.</translation>
    </message>
    <message>
        <source>This run was stopped before it generated pictures.</source>
        <translation>Körningen stoppades innan den skapade bilder.</translation>
    </message>
    <message>
        <source>The real training pictures.</source>
        <translation>De verkliga träningsbilderna.</translation>
    </message>
    <message>
        <source>choose real pictures above</source>
        <translation>välj verkliga bilder ovan</translation>
    </message>
    <message>
        <source>the two real pictures that were chosen last</source>
        <translation>de två verkliga bilder som valdes sist</translation>
    </message>
    <message>
        <source>%1 new pictures: %2, %3</source>
        <comment>how many, group, label</comment>
        <translation>%1 nya bilder: %2, %3</translation>
    </message>
    <message>
        <source>Drawn for you</source>
        <translation>Ritade åt dig</translation>
    </message>
    <message>
        <source>Generated by teacher</source>
        <translation>Genererat av läraren</translation>
    </message>
    <message>
        <source>Pictures that the student generates, beside the real ones.</source>
        <translation>Bilder som eleven skapar, bredvid de verkliga.</translation>
    </message>
    <message>
        <source>Posterior pictures derive one to one from real ones and are not anonymous.</source>
        <translation>Posteriorbilder härleds en till en från verkliga och är inte anonyma.</translation>
    </message>
    <message>
        <source>redrawn</source>
        <comment>a picture encoded and decoded again</comment>
        <translation>omritad</translation>
    </message>
    <message>
        <source>training pictures</source>
        <translation>träningsbilder</translation>
    </message>
    <message>
        <source>Sampler: %1</source>
        <translation>Samplare: %1</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::Plot</name>
    <message>
        <source>series</source>
        <translation>serie</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::PolicyCard</name>
    <message>
        <source>Policy limits</source>
        <translation>Policygränser</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>En annan fil…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Glöm</translation>
    </message>
    <message>
        <source>Holds this run against limits out of a JSON file, such as “dpr &gt;= 0.8 with 95 % confidence”.</source>
        <translation>Ställer körningen mot gränser ur en JSON-fil, till exempel ”dpr &gt;= 0.8 with 95 % confidence”.</translation>
    </message>
    <message>
        <source>Reads limits out of another file</source>
        <translation>Läser gränser ur en annan fil</translation>
    </message>
    <message>
        <source>Holds runs against no limits any more; the file stays as it is</source>
        <translation>Ställer inte längre körningar mot några gränser; filen lämnas som den är</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>utslag</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>gräns</translation>
    </message>
    <message>
        <source>found</source>
        <translation>funnet</translation>
    </message>
    <message>
        <source>Limits (*.json);;All files (*)</source>
        <translation>Gränser (*.json);;Alla filer (*)</translation>
    </message>
    <message>
        <source>Policy limits…</source>
        <translation>Policygränser…</translation>
    </message>
    <message>
        <source>✓ met</source>
        <translation>✓ uppfylld</translation>
    </message>
    <message>
        <source>✗ not met</source>
        <translation>✗ inte uppfylld</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>%1 of %2 met</source>
        <translation>%1 av %2 uppfyllda</translation>
    </message>
    <message>
        <source>Policy limits: %1</source>
        <translation>Policygränser: %1</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>all limits are met</source>
        <translation>alla gränser är uppfyllda</translation>
    </message>
    <message>
        <source>Limits are held against the run as it was judged, at its own threshold.</source>
        <translation>Gränserna ställs mot körningen så som den bedömdes, vid dess egen tröskel.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::ProjectControl</name>
    <message>
        <source>Open project</source>
        <translation>Öppna projekt</translation>
    </message>
    <message>
        <source>fairness study</source>
        <comment>proposed name of a project&apos;s folder</comment>
        <translation>rättvisestudie</translation>
    </message>
    <message>
        <source>Save project as a folder</source>
        <translation>Spara projektet som mapp</translation>
    </message>
    <message>
        <source>The project was saved as %1.</source>
        <translation>Projektet sparades som %1.</translation>
    </message>
    <message>
        <source>%1 – Fairloom</source>
        <comment>title of the window, with the project&apos;s name</comment>
        <translation>%1 – Fairloom</translation>
    </message>
    <message>
        <source>Fairloom</source>
        <translation>Fairloom</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::QueueModel</name>
    <message>
        <source>How often a process was started for the run; one that fails is tried once more.</source>
        <translation>Hur ofta en process startades för körningen; en som misslyckas prövas en gång till.</translation>
    </message>
    <message>
        <source>Data set, settings and seed; the run’s files are in the project’s folder of this name.</source>
        <translation>Datamängd, inställningar och frö; körningens filer finns i projektets mapp med det namnet.</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Körning</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tillstånd</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Försök</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>väntar</translation>
    </message>
    <message>
        <source>paused, %1</source>
        <translation>pausad, %1</translation>
    </message>
    <message>
        <source>running, %1</source>
        <translation>körs, %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>klar</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>misslyckades</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>avbruten</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::QueuePanel</name>
    <message>
        <source>Runs of studies</source>
        <translation>Studiers körningar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Paus</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Upp</translation>
    </message>
    <message>
        <source>Run the chosen waiting runs one place earlier</source>
        <translation>Kör de valda väntande körningarna en plats tidigare</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ned</translation>
    </message>
    <message>
        <source>Run the chosen waiting runs one place later</source>
        <translation>Kör de valda väntande körningarna en plats senare</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Först</translation>
    </message>
    <message>
        <source>Run the chosen waiting runs before all others</source>
        <translation>Kör de valda väntande körningarna före alla andra</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Take the chosen runs out of the queue; one that runs is stopped</source>
        <translation>Ta de valda körningarna ur kön; en som körs stoppas</translation>
    </message>
    <message>
        <source>Cancel the whole study…</source>
        <translation>Avbryt hela studien…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>Run the chosen failed or cancelled runs again</source>
        <translation>Kör de valda misslyckade eller avbrutna körningarna igen</translation>
    </message>
    <message>
        <source>Clear ended</source>
        <translation>Rensa avslutade</translation>
    </message>
    <message>
        <source>Take what has ended off this list; the runs stay in the project</source>
        <translation>Ta det som är avslutat ur listan; körningarna blir kvar i projektet</translation>
    </message>
    <message>
        <source>Run a study…</source>
        <translation>Kör en studie…</translation>
    </message>
    <message>
        <source>Choose a ready study or write one</source>
        <translation>Välj en färdig studie eller skriv en</translation>
    </message>
    <message>
        <source>Progress of all studies</source>
        <translation>Alla studiers förlopp</translation>
    </message>
    <message>
        <source>A study makes many runs one after the other: losses, methods, seeds, values of β or λ. They wait here, each runs in a process of its own, and finished ones come into Runs and Compare.</source>
        <translation>En studie gör många körningar efter varandra: förluster, metoder, frön, värden på β eller λ. De väntar här, var och en körs i en egen process, och färdiga kommer in under Körningar och Jämför.</translation>
    </message>
    <message>
        <source>%1 of %2 runs done</source>
        <translation>%1 av %2 körningar klara</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 misslyckades</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausad</translation>
    </message>
    <message>
        <source>another process makes them</source>
        <translation>en annan process gör dem</translation>
    </message>
    <message>
        <source>not going on</source>
        <translation>går inte vidare</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsätt</translation>
    </message>
    <message>
        <source>Let running processes stand still, and start no others</source>
        <translation>Låt processer som körs stå stilla, och starta inga andra</translation>
    </message>
    <message>
        <source>Go on with what waits and with what stands still</source>
        <translation>Fortsätt med det som väntar och det som står stilla</translation>
    </message>
    <message>
        <source>Cancel the study</source>
        <translation>Avbryt studien</translation>
    </message>
    <message>
        <source>Take all runs of “%1” that have not ended out of the queue?</source>
        <translation>Ta alla körningar i ”%1” som inte är avslutade ur kön?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behåll den</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::RatesCard</name>
    <message>
        <source>Rates per group</source>
        <translation>Andelar per grupp</translation>
    </message>
    <message>
        <source>Source whose rates are shown</source>
        <translation>Källa vars andelar visas</translation>
    </message>
    <message>
        <source>The %1 was not judged with this protocol and classifier in this run.</source>
        <translation>Källan %1 bedömdes inte med detta protokoll och denna klassificerare i körningen.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 rows of this group.</source>
        <translation>%1 rader från gruppen.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::RatesPlot</name>
    <message>
        <source>Rates per group</source>
        <translation>Andelar per grupp</translation>
    </message>
    <message>
        <source>TPR</source>
        <translation>TPR</translation>
    </message>
    <message>
        <source>FPR</source>
        <translation>FPR</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>precision</translation>
    </message>
    <message>
        <source>selection rate</source>
        <translation>urvalsandel</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>odefinierat</translation>
    </message>
    <message>
        <source>%1, %2: undefined</source>
        <translation>%1, %2: odefinierat</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1 n = %2</source>
        <translation>%1 n = %2</translation>
    </message>
    <message>
        <source>, %1 favourable</source>
        <translation>, %1 gynnsamma</translation>
    </message>
    <message>
        <source>Of the rows with the favourable label, the share that is selected.</source>
        <translation>Av raderna med den gynnsamma etiketten, andelen som väljs.</translation>
    </message>
    <message>
        <source>Of the rows without the favourable label, the share that is selected.</source>
        <translation>Av raderna utan den gynnsamma etiketten, andelen som väljs.</translation>
    </message>
    <message>
        <source>Of the selected rows, the share that has the favourable label.</source>
        <translation>Av de valda raderna, andelen som har den gynnsamma etiketten.</translation>
    </message>
    <message>
        <source>Share of the group&apos;s rows that the classifier selects.</source>
        <translation>Andelen av gruppens rader som klassificeraren väljer.</translation>
    </message>
    <message>
        <source>%1, %2: %3. %4 From %5 rows. %6</source>
        <translation>%1, %2: %3. %4 Från %5 rader. %6</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::RatioCard</name>
    <message>
        <source>%1 was not judged with this protocol and classifier in this run.</source>
        <translation>%1 bedömdes inte med detta protokoll och denna klassificerare i körningen.</translation>
    </message>
    <message>
        <source>This ratio is conservative; the table of groups has ratios to one reference group, which are not.</source>
        <translation>Denna kvot är konservativ; tabellen över grupper har kvoter mot en enda referensgrupp, och de är det inte.</translation>
    </message>
    <message>
        <source>The mean of %1 seeds: %2.</source>
        <translation>Medelvärdet över %1 frön: %2.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::ReadyStudies</name>
    <message>
        <source>Ready studies</source>
        <translation>Färdiga studier</translation>
    </message>
    <message>
        <source>The open data have one sensitive attribute. Name another one under Set-up, Sensitive.</source>
        <translation>De öppna data har ett känsligt attribut. Ange ett till under Inställningar, Känsliga.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::RowsView</name>
    <message>
        <source>Copy rows</source>
        <translation>Kopiera rader</translation>
    </message>
    <message>
        <source>At most %1 rows can be copied at once. Save them as CSV instead.</source>
        <translation>Högst %1 rader kan kopieras på en gång. Spara dem som CSV i stället.</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Spara som CSV…</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Spara som CSV</translation>
    </message>
    <message>
        <source>table</source>
        <translation>tabell</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::RunNotesDialog</name>
    <message>
        <source>Tags and note of %1</source>
        <translation>Taggar och anteckning för %1</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n run(s)</source>
        <translation>
            <numerusform>Taggar för %n körning</numerusform>
            <numerusform>Taggar för %n körningar</numerusform>
        </translation>
    </message>
    <message>
        <source>baseline, for the report</source>
        <translation>baslinje, till rapporten</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Taggar</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>&amp;Tags, with commas between them</source>
        <translation>&amp;Taggar, åtskilda med kommatecken</translation>
    </message>
    <message>
        <source>&amp;Tags that all of them have, with commas between them</source>
        <translation>&amp;Taggar som alla har, åtskilda med kommatecken</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Anteckning</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::RunsModel</name>
    <message>
        <source>95 % interval %1 to %2</source>
        <translation>95 % intervall %1 till %2</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>väntar</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>stoppas</translation>
    </message>
    <message>
        <source>done</source>
        <translation>klar</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>stoppad</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>misslyckad</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>lärare</translation>
    </message>
    <message>
        <source>student</source>
        <translation>elev</translation>
    </message>
    <message>
        <source>control</source>
        <translation>kontroll</translation>
    </message>
    <message>
        <source>generating</source>
        <translation>skapar rader</translation>
    </message>
    <message>
        <source>evaluating</source>
        <translation>utvärderar</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>sparar</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startar</translation>
    </message>
    <message>
        <source>paused, %1</source>
        <translation>pausad, %1</translation>
    </message>
    <message>
        <source>Demographic parity ratio: lowest over highest selection rate of the groups; 1 is even.</source>
        <translation>Demografisk paritetskvot: gruppernas lägsta urvalsandel delad med den högsta; 1 är jämnt.</translation>
    </message>
    <message>
        <source>Equalized odds ratio: the smaller of the groups&apos; true-positive and false-positive rate ratios.</source>
        <translation>Kvot för utjämnade odds: den mindre av gruppernas kvoter för andelen sanna respektive falska positiva.</translation>
    </message>
    <message>
        <source>Share of real training rows that have a generated row in their neighbourhood.</source>
        <translation>Andelen verkliga träningsrader som har en skapad rad i sin närhet.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Förlust</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tillstånd</translation>
    </message>
    <message>
        <source>DPR</source>
        <translation>DPR</translation>
    </message>
    <message>
        <source>EOR</source>
        <translation>EOR</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Noggrannhet</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Täckning</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>läser</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importerad</translation>
    </message>
    <message>
        <source>other seeds</source>
        <translation>andra frön</translation>
    </message>
    <message>
        <source>running</source>
        <translation>körs</translation>
    </message>
    <message>
        <source>The loss that the student learned by; of other methods, the method.</source>
        <translation>Den förlust som eleven lärde sig av; för andra metoder metoden.</translation>
    </message>
    <message>
        <source>Accuracy on real test rows of a classifier trained on the generated rows.</source>
        <translation>Träffsäkerhet på verkliga testrader för en klassificerare tränad på de genererade raderna.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Taggar</translation>
    </message>
    <message>
        <source>Study: %1</source>
        <translation>Studie: %1</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>Körningar</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>Sök körningar</translation>
    </message>
    <message>
        <source>Words of the name, the data, the loss or method, tags, note or study</source>
        <translation>Ord ur namn, data, förlust eller metod, taggar, anteckning eller studie</translation>
    </message>
    <message>
        <source>Study whose runs are shown</source>
        <translation>Studie vars körningar visas</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Byt namn</translation>
    </message>
    <message>
        <source>&amp;Tags and note…</source>
        <translation>&amp;Taggar och anteckning…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Ta bort</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Öppna mapp</translation>
    </message>
    <message>
        <source>&amp;Copy command that repeats the run</source>
        <translation>&amp;Kopiera kommandot som upprepar körningen</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Alla körningar</translation>
    </message>
    <message>
        <source>Without a study</source>
        <translation>Utan studie</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 av %2</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>&amp;Taggar…</translation>
    </message>
    <message>
        <source>Another run is called %1. Choose another name.</source>
        <translation>En annan körning heter %1. Välj ett annat namn.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 finns inte längre.</translation>
    </message>
    <message>
        <source>No program opens folders here. The run’s files are in %1.</source>
        <translation>Inget program öppnar mappar här. Körningens filer finns i %1.</translation>
    </message>
    <message>
        <source>&amp;Go on with it</source>
        <translation>&amp;Fortsätt med den</translation>
    </message>
    <message>
        <source>A stopped or interrupted run goes on from what it had finished, as a new run</source>
        <translation>En stoppad eller avbruten körning går vidare från det den hade hunnit, som en ny körning</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::ScatterCard</name>
    <message>
        <source>Fairness against utility</source>
        <translation>Rättvisa mot nytta</translation>
    </message>
    <message>
        <source>Figure on the vertical axis</source>
        <translation>Mått på den lodräta axeln</translation>
    </message>
    <message>
        <source>What is drawn upwards</source>
        <translation>Vad som ritas uppåt</translation>
    </message>
    <message>
        <source>Figure on the horizontal axis</source>
        <translation>Mått på den vågräta axeln</translation>
    </message>
    <message>
        <source>What is drawn to the right</source>
        <translation>Vad som ritas åt höger</translation>
    </message>
    <message>
        <source>What colours and markers tell apart</source>
        <translation>Vad färger och markörer skiljer åt</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>förlust</translation>
    </message>
    <message>
        <source>method</source>
        <translation>metod</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>variant</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Körningar</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Medelvärden</translation>
    </message>
    <message>
        <source>Runs, or means over seeds</source>
        <translation>Körningar, eller medelvärden över frön</translation>
    </message>
    <message>
        <source>Runs: a point a run. Means: a point for runs that differ in their seed alone, with whiskers of one standard deviation.</source>
        <translation>Körningar: en punkt per körning. Medelvärden: en punkt för körningar som bara skiljer sig i frö, med spröt av en standardavvikelse.</translation>
    </message>
    <message>
        <source>against</source>
        <translation>mot</translation>
    </message>
    <message>
        <source>by</source>
        <translation>efter</translation>
    </message>
    <message>
        <source>drag to select</source>
        <translation>dra för att markera</translation>
    </message>
    <message>
        <source>%1 means · drag to select</source>
        <translation>%1 medelvärden · dra för att markera</translation>
    </message>
    <message>
        <source>%1 runs · drag to select</source>
        <translation>%1 körningar · dra för att markera</translation>
    </message>
    <message>
        <source>other data or task, faded: %1</source>
        <translation>andra data eller annan uppgift, bleka: %1</translation>
    </message>
    <message>
        <source>undefined, not drawn: %1</source>
        <translation>odefinierade, ritas inte: %1</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::SchemaEditor</name>
    <message>
        <source>How the file is read</source>
        <translation>Hur filen läses</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolumn</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Edit the column or the file</source>
        <translation>Redigera kolumnen eller filen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>Back to the pictures (Esc)</source>
        <translation>Tillbaka till diagrammen (Esc)</translation>
    </message>
    <message>
        <source>Stopped; what is shown is as before the last change.</source>
        <translation>Stoppad; det som visas är som före den senaste ändringen.</translation>
    </message>
    <message>
        <source>Filter of rows</source>
        <translation>Urval av rader</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
    <message>
        <source>Take the last change back (Ctrl+Z)</source>
        <translation>Ta tillbaka den senaste ändringen (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Back to what was found</source>
        <translation>Tillbaka till det funna</translation>
    </message>
    <message>
        <source>Read the file as it says itself, without any change</source>
        <translation>Läs filen som den själv säger, utan någon ändring</translation>
    </message>
    <message>
        <source>Load schema…</source>
        <translation>Läs in schema…</translation>
    </message>
    <message>
        <source>Read the file as a saved schema says</source>
        <translation>Läs filen som ett sparat schema säger</translation>
    </message>
    <message>
        <source>Save schema…</source>
        <translation>Spara schema…</translation>
    </message>
    <message>
        <source>Save how the file is read, so that it is read the same way next time</source>
        <translation>Spara hur filen läses, så att den läses på samma sätt nästa gång</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop reading; what is shown stays</source>
        <translation>Sluta läsa; det som visas står kvar</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Läser filen</translation>
    </message>
    <message>
        <source>Read as: %1</source>
        <translation>Läst som: %1</translation>
    </message>
    <message>
        <source>Read again: %1 rows, %2 columns.</source>
        <translation>Läst igen: %1 rader, %2 kolumner.</translation>
    </message>
    <message>
        <source>none: all rows</source>
        <translation>inget: alla rader</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kan inte skrivas: %2.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Sparat som %1.</translation>
    </message>
    <message>
        <source>Save schema</source>
        <translation>Spara schema</translation>
    </message>
    <message>
        <source>Schemas (*.json)</source>
        <translation>Scheman (*.json)</translation>
    </message>
    <message>
        <source>Load schema</source>
        <translation>Läs in schema</translation>
    </message>
    <message>
        <source>Schemas and recipes (*.json)</source>
        <translation>Scheman och recept (*.json)</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::ScreenshotSession</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Mappen %1 kan inte skapas.</translation>
    </message>
    <message>
        <source>A step took longer than 20 minutes.</source>
        <translation>Ett steg tog längre än 20 minuter.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kan inte skrivas.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::SeriesLegend</name>
    <message>
        <source>and %1 more</source>
        <translation>och %1 till</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::Session</name>
    <message>
        <source>Opening %1</source>
        <translation>Öppnar %1</translation>
    </message>
    <message>
        <source>Choose the sensitive column: the groups that should be treated alike.</source>
        <translation>Välj den känsliga kolumnen: grupperna som ska behandlas lika.</translation>
    </message>
    <message>
        <source>Choose the target: the column that decisions are about.</source>
        <translation>Välj målet: kolumnen som besluten handlar om.</translation>
    </message>
    <message>
        <source>Choose the favourable label: the value of the target that people want.</source>
        <translation>Välj den gynnsamma etiketten: det målvärde som människor vill ha.</translation>
    </message>
    <message>
        <source>A run is in progress; one trains at a time.</source>
        <translation>En körning pågår; en åt gången tränas.</translation>
    </message>
    <message>
        <source>The data are being opened.</source>
        <translation>Data öppnas.</translation>
    </message>
    <message>
        <source>Open data first.</source>
        <translation>Öppna data först.</translation>
    </message>
    <message>
        <source>Groups and labels are being worked out.</source>
        <translation>Grupper och etiketter räknas fram.</translation>
    </message>
    <message>
        <source>This run has no synthetic rows. Export rows from a run that finished.</source>
        <translation>Körningen har inga syntetiska rader. Exportera rader från en körning som blev klar.</translation>
    </message>
    <message>
        <source>This run has no model. Export the model of a run that finished training.</source>
        <translation>Körningen har ingen modell. Exportera modellen från en körning som tränats klart.</translation>
    </message>
    <message>
        <source>Model saved to %1.</source>
        <translation>Modellen sparad i %1.</translation>
    </message>
    <message>
        <source>This run has no results. Make a report of a run that finished.</source>
        <translation>Körningen har inga resultat. Gör en rapport av en körning som blev klar.</translation>
    </message>
    <message>
        <source>Report saved to %1.</source>
        <translation>Rapporten sparad i %1.</translation>
    </message>
    <message>
        <source>Saving the project</source>
        <translation>Sparar projektet</translation>
    </message>
    <message>
        <source>A run is in progress. Stop it or wait until it has ended, then open the project.</source>
        <translation>En körning pågår. Stoppa den eller vänta tills den är klar, och öppna sedan projektet.</translation>
    </message>
    <message>
        <source>The project is being put to another place. Wait until that is done.</source>
        <translation>Projektet flyttas till en annan plats. Vänta tills det är klart.</translation>
    </message>
    <message>
        <source>The project is open in another window too: runs are shared, but only that window saves its data, set-up and view.</source>
        <translation>Projektet är öppet i ett annat fönster också: körningarna är gemensamma, men bara det fönstret sparar sina data, inställningar och sin vy.</translation>
    </message>
    <message>
        <source>Fairloom did not come to close this project the last time. All finished runs are here; a run that was in progress is marked as stopped.</source>
        <translation>Fairloom hann inte stänga det här projektet förra gången. Alla färdiga körningar finns här; en körning som pågick är märkt som stoppad.</translation>
    </message>
    <message>
        <source>The project’s data cannot be opened: %1 Its runs are here all the same.</source>
        <translation>Projektets data kan inte öppnas: %1 Dess körningar finns här ändå.</translation>
    </message>
    <message>
        <source>%1 has changed since the project was saved. Earlier runs were made with the file as it was then; new ones take it as it is now.</source>
        <translation>%1 har ändrats sedan projektet sparades. Tidigare körningar gjordes med filen som den var då; nya tar den som den är nu.</translation>
    </message>
    <message>
        <source>%1 has changed since this run was made, so that its rows cannot be shown beside the real ones. The run’s figures still hold for the file as it was then.</source>
        <translation>%1 har ändrats sedan den här körningen gjordes, så dess rader kan inte visas bredvid de verkliga. Körningens siffror gäller ändå för filen som den var då.</translation>
    </message>
    <message>
        <source>What is open and chosen could not be saved: %1</source>
        <translation>Det som är öppet och valt kunde inte sparas: %1</translation>
    </message>
    <message>
        <source>There is no project that can be saved yet.</source>
        <translation>Det finns ännu inget projekt som kan sparas.</translation>
    </message>
    <message>
        <source>A run is in progress. Save the project when it has ended.</source>
        <translation>En körning pågår. Spara projektet när den är klar.</translation>
    </message>
    <message>
        <source>The project is being opened or put to another place.</source>
        <translation>Projektet öppnas eller flyttas till en annan plats.</translation>
    </message>
    <message>
        <source>%1 could not be stored: %2 It stays usable until the window is closed.</source>
        <translation>%1 kunde inte lagras: %2 Den kan användas tills fönstret stängs.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::SettingEditor</name>
    <message>
        <source>Balanced</source>
        <translation>Balanserat</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eget</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Kodare</translation>
    </message>
    <message>
        <source>Posterior of training rows</source>
        <translation>Träningsradernas posterior</translation>
    </message>
    <message>
        <source>Mixture</source>
        <translation>Blandning</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>Prior</translation>
    </message>
    <message>
        <source>Direct edge (FTU)</source>
        <translation>Direkt kant (FTU)</translation>
    </message>
    <message>
        <source>Unexplained paths (CF)</source>
        <translation>Oförklarade vägar (CF)</translation>
    </message>
    <message>
        <source>All paths (DP)</source>
        <translation>Alla vägar (DP)</translation>
    </message>
    <message>
        <source>None</source>
        <comment>edges of a causal graph that are cut</comment>
        <translation>Inga</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::SetupForm</name>
    <message>
        <source>More settings (%1)</source>
        <translation>Fler inställningar (%1)</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::StatusLine</name>
    <message>
        <source>about %1 s left</source>
        <translation>ungefär %1 s kvar</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>ungefär %1 min kvar</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Stopping, what is finished is kept</source>
        <translation>Stoppas, det som är klart behålls</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>Pausad: %1</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startar</translation>
    </message>
    <message>
        <source>%1 s/epoch</source>
        <translation>%1 s/epok</translation>
    </message>
    <message>
        <source>%1: finished in %2</source>
        <translation>%1: klar på %2</translation>
    </message>
    <message>
        <source>%1: stopped after %2</source>
        <translation>%1: stoppad efter %2</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: misslyckades</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Memory that Fairloom occupies</source>
        <translation>Minne som Fairloom upptar</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::StripCard</name>
    <message>
        <source>What the model draws</source>
        <translation>Vad modellen ritar</translation>
    </message>
    <message>
        <source>Held-out pictures, their reconstructions, and the same pictures decoded for every group</source>
        <translation>Undanhållna bilder, deras rekonstruktioner, och samma bilder avkodade för varje grupp</translation>
    </message>
    <message>
        <source>Pictures that the model was not trained on: as they are, as they come back from the latent space, and decoded for each group from the same latent. What tells the group should change from row to row, everything else should stay.</source>
        <translation>Bilder som modellen inte tränats på: som de är, som de kommer tillbaka från det latenta rummet, och avkodade för varje grupp från samma latent. Det som avslöjar gruppen ska ändras från rad till rad, allt annat ska stå kvar.</translation>
    </message>
    <message>
        <source>%1 held-out pictures · epoch %2</source>
        <translation>%1 undanhållna bilder · epok %2</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::StudyCard</name>
    <message>
        <source>Change…</source>
        <translation>Ändra…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starta</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Ändra %1</translation>
    </message>
    <message>
        <source>Show it in the form, to change it before it starts</source>
        <translation>Visa den i formuläret för att ändra den innan den startar</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>Starta %1</translation>
    </message>
    <message>
        <source>Start it as it is, on the open data</source>
        <translation>Starta den som den är, på de öppna data</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::StudyControl</name>
    <message>
        <source>A study was interrupted: %1 of %2 runs are left.</source>
        <translation>En studie avbröts: %1 av %2 körningar återstår.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::StudyDialog</name>
    <message>
        <source>Open study…</source>
        <translation>Öppna studie…</translation>
    </message>
    <message>
        <source>Save study…</source>
        <translation>Spara studie…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starta</translation>
    </message>
    <message>
        <source>Run a study</source>
        <translation>Kör en studie</translation>
    </message>
    <message>
        <source>Ready studies, on the open data</source>
        <translation>Färdiga studier, på de öppna data</translation>
    </message>
    <message>
        <source>New study</source>
        <translation>Ny studie</translation>
    </message>
    <message>
        <source>Write a study of your own in the form</source>
        <translation>Skriv en egen studie i formuläret</translation>
    </message>
    <message>
        <source>Folder of the study’s data sets</source>
        <translation>Mapp med studiens datamängder</translation>
    </message>
    <message>
        <source>The folder that holds adult, compas, german …</source>
        <translation>Mappen som innehåller adult, compas, german …</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Bläddra…</translation>
    </message>
    <message>
        <source>Read a study from a JSON file</source>
        <translation>Läs en studie från en JSON-fil</translation>
    </message>
    <message>
        <source>Write the study as a JSON file, which the command line runs as well</source>
        <translation>Skriv studien som en JSON-fil, som även kommandoraden kör</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Open study</source>
        <translation>Öppna studie</translation>
    </message>
    <message>
        <source>Studies (*.json);;All files (*)</source>
        <translation>Studier (*.json);;Alla filer (*)</translation>
    </message>
    <message>
        <source>Save study</source>
        <translation>Spara studie</translation>
    </message>
    <message>
        <source>Studies (*.json)</source>
        <translation>Studier (*.json)</translation>
    </message>
    <message>
        <source>Open data first.</source>
        <translation>Öppna data först.</translation>
    </message>
    <message>
        <source>Groups and labels are being worked out.</source>
        <translation>Grupper och etiketter tas fram.</translation>
    </message>
    <message>
        <source>The open data (none are open)</source>
        <translation>De öppna data (inga är öppna)</translation>
    </message>
    <message>
        <source>The open data: %1</source>
        <translation>De öppna data: %1</translation>
    </message>
    <message>
        <source>No data are open.</source>
        <translation>Inga data är öppna.</translation>
    </message>
    <message>
        <source>study</source>
        <comment>name of a new one</comment>
        <translation>studie</translation>
    </message>
    <message>
        <source>Its own data: %1</source>
        <translation>Egna data: %1</translation>
    </message>
    <message>
        <source>%1 took %2</source>
        <translation>%1 tog %2</translation>
    </message>
    <message>
        <source>not there and left out: %1</source>
        <translation>finns inte och utelämnas: %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kan inte skrivas: %2.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::StudyForm</name>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Name of the study</source>
        <translation>Studiens namn</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>What its runs are found by in Runs and Compare.</source>
        <translation>Vad dess körningar hittas med under Körningar och Jämför.</translation>
    </message>
    <message>
        <source>as the preset has it; or several: 6.5, 7, 7.5</source>
        <translation>som förvalet har det; eller flera: 6.5, 7, 7.5</translation>
    </message>
    <message>
        <source>log10 β, fairness</source>
        <translation>log10 β, rättvisa</translation>
    </message>
    <message>
        <source>λ, utility</source>
        <translation>λ, nytta</translation>
    </message>
    <message>
        <source>as the preset has it; or several: 0, 0.1, 1</source>
        <translation>som förvalet har det; eller flera: 0, 0.1, 1</translation>
    </message>
    <message>
        <source>Sensitive attribute</source>
        <translation>Känsligt attribut</translation>
    </message>
    <message>
        <source>each alone</source>
        <translation>vart och ett för sig</translation>
    </message>
    <message>
        <source>all together, with their intersections</source>
        <translation>alla tillsammans, med sina korsningar</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>Känsliga</translation>
    </message>
    <message>
        <source>Sensitive attributes of the open data. Others can be named in Set-up.</source>
        <translation>Känsliga attribut i de öppna data. Andra kan anges under Inställningar.</translation>
    </message>
    <message>
        <source>by default</source>
        <translation>förvalt</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Frön</translation>
    </message>
    <message>
        <source>1..5, or a list: 1, 2, 7</source>
        <translation>1..5, eller en lista: 1, 2, 7</translation>
    </message>
    <message>
        <source>Teacher epochs</source>
        <translation>Lärarens epoker</translation>
    </message>
    <message>
        <source>Student epochs</source>
        <translation>Elevens epoker</translation>
    </message>
    <message>
        <source>student</source>
        <translation>elev</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>lärare</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epoker</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variant</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianter</translation>
    </message>
    <message>
        <source>Sets of values that the study has by name; each is run.</source>
        <translation>Uppsättningar av värden som studien har med namn; var och en körs.</translation>
    </message>
    <message>
        <source>Also set</source>
        <translation>Dessutom angivet</translation>
    </message>
    <message>
        <source>What else the study says; it stays as it is.</source>
        <translation>Vad studien säger i övrigt; det förblir som det är.</translation>
    </message>
    <message>
        <source>Takes tables, not pictures.</source>
        <translation>Tar tabeller, inte bilder.</translation>
    </message>
    <message>
        <source>Give the study a name.</source>
        <translation>Ge studien ett namn.</translation>
    </message>
    <message>
        <source>Choose at least one method.</source>
        <translation>Välj minst en metod.</translation>
    </message>
    <message>
        <source>Choose at least one preset.</source>
        <translation>Välj minst ett förval.</translation>
    </message>
    <message>
        <source>Choose at least one loss.</source>
        <translation>Välj minst en förlust.</translation>
    </message>
    <message>
        <source>Choose at least one kind of student.</source>
        <translation>Välj minst en sorts elev.</translation>
    </message>
    <message>
        <source>Choose at least one variant.</source>
        <translation>Välj minst en variant.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Choose at least one sensitive attribute.</source>
        <translation>Välj minst ett känsligt attribut.</translation>
    </message>
    <message>
        <source>Say how they are taken: each alone, all together, or both.</source>
        <translation>Säg hur de tas: vart och ett för sig, alla tillsammans, eller båda.</translation>
    </message>
    <message>
        <source>Name at least one seed.</source>
        <translation>Ange minst ett frö.</translation>
    </message>
    <message>
        <source>The study says it; see below.</source>
        <translation>Studien säger det; se nedan.</translation>
    </message>
    <message>
        <source>The study’s variants say it; see below.</source>
        <translation>Studiens varianter säger det; se nedan.</translation>
    </message>
    <message>
        <source>Only for Fairloom’s own method.</source>
        <translation>Bara för Fairlooms egen metod.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::StudyRunner</name>
    <message>
        <source>There is no project that the runs could be kept in.</source>
        <translation>Det finns inget projekt som körningarna kan sparas i.</translation>
    </message>
    <message>
        <source>The project is being opened or put to another place.</source>
        <translation>Projektet öppnas eller flyttas till en annan plats.</translation>
    </message>
    <message>
        <source>The program that makes the runs, %1, is not there: install Fairloom again.</source>
        <translation>Programmet som gör körningarna, %1, finns inte: installera Fairloom på nytt.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::SubgroupsCard</name>
    <message>
        <source>Worst-off subgroups</source>
        <translation>Sämst ställda delgrupper</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Sök</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Look at every combination of up to three conditions among the training rows</source>
        <translation>Gå igenom alla kombinationer av upp till tre villkor bland träningsraderna</translation>
    </message>
    <message>
        <source>Stop the search</source>
        <translation>Stoppa sökningen</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>Sökningens förlopp</translation>
    </message>
    <message>
        <source>Who is worst off, by up to three columns at once? The search looks at every combination and says how likely it would find as much by chance.</source>
        <translation>Vem är sämst ställd, efter upp till tre kolumner samtidigt? Sökningen går igenom alla kombinationer och säger hur sannolikt det är att slumpen skulle ge lika mycket.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Stoppad.</translation>
    </message>
    <message>
        <source>%1 subgroups of at least %2 rows looked at</source>
        <translation>%1 delgrupper med minst %2 rader genomgångna</translation>
    </message>
    <message>
        <source>all rows: %1</source>
        <translation>alla rader: %1</translation>
    </message>
    <message>
        <source>No subgroup is worse off than all rows together.</source>
        <translation>Ingen delgrupp är sämre ställd än alla rader tillsammans.</translation>
    </message>
    <message>
        <source>Worst off: %1, %2 against %3 of all rows.</source>
        <translation>Sämst ställd: %1, %2 mot %3 för alla rader.</translation>
    </message>
    <message>
        <source>Chance alone would give as much with probability %1.</source>
        <translation>Slumpen ensam skulle ge lika mycket med sannolikheten %1.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::SubgroupsModel</name>
    <message>
        <source>%1: %2 of %3 rows have the favourable label, %4 (95 % interval %5 to %6); of all other rows %7.</source>
        <translation>%1: %2 av %3 rader har den gynnsamma etiketten, %4 (95 %-intervall %5 till %6); av alla andra rader %7.</translation>
    </message>
    <message>
        <source>Subgroup</source>
        <translation>Delgrupp</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Andel</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Gap</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>What its rows have in common</source>
        <translation>Vad dess rader har gemensamt</translation>
    </message>
    <message>
        <source>Rows of the subgroup</source>
        <translation>Rader i delgruppen</translation>
    </message>
    <message>
        <source>Share of them with the favourable label</source>
        <translation>Andel av dem med den gynnsamma etiketten</translation>
    </message>
    <message>
        <source>Percentage points above (+) or below the rate of all rows</source>
        <translation>Procentenheter över (+) eller under andelen för alla rader</translation>
    </message>
    <message>
        <source>Chance that the whole search finds so extreme a subgroup where labels have nothing to do with any column</source>
        <translation>Sannolikheten att hela sökningen finner en så extrem delgrupp där etiketter inte har med någon kolumn att göra</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::TableModel</name>
    <message>
        <source>%1, row %2: missing</source>
        <translation>%1, rad %2: saknas</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::TableSamples</name>
    <message>
        <source>Real</source>
        <translation>Verkliga</translation>
    </message>
    <message>
        <source>Generated by student</source>
        <translation>Genererat av eleven</translation>
    </message>
    <message>
        <source>Real training rows</source>
        <translation>Verkliga träningsrader</translation>
    </message>
    <message>
        <source>Generated rows</source>
        <translation>Skapade rader</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportera…</translation>
    </message>
    <message>
        <source>Saves the generated rows as CSV.</source>
        <translation>Sparar de skapade raderna som CSV.</translation>
    </message>
    <message>
        <source>Choose a column to see its distribution below.</source>
        <translation>Välj en kolumn för att se dess fördelning nedan.</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Fördelning</translation>
    </message>
    <message>
        <source>Column whose distribution is shown</source>
        <translation>Kolumn vars fördelning visas</translation>
    </message>
    <message>
        <source>Association between columns</source>
        <translation>Samband mellan kolumner</translation>
    </message>
    <message>
        <source>Cramér&apos;s V of each pair of columns: 0 = they tell nothing about each other, 1 = one gives the other away. Numbers are cut into ten quantile bins.</source>
        <translation>Cramérs V för varje par av kolumner: 0 = de säger inget om varandra, 1 = den ena avslöjar den andra. Tal delas in i tio kvantilklasser.</translation>
    </message>
    <message>
        <source>real</source>
        <translation>verkliga</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>skapade</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>skillnad</translation>
    </message>
    <message>
        <source>&lt;span style=&quot;color:%1&quot;&gt;■&lt;/span&gt; real &amp;nbsp;&lt;span style=&quot;color:%2&quot;&gt;▬&lt;/span&gt; generated</source>
        <translation>&lt;span style=&quot;color:%1&quot;&gt;■&lt;/span&gt; verkliga &amp;nbsp;&lt;span style=&quot;color:%2&quot;&gt;▬&lt;/span&gt; skapade</translation>
    </message>
    <message>
        <source>%1 training rows</source>
        <translation>%1 träningsrader</translation>
    </message>
    <message>
        <source>The real training rows.</source>
        <translation>De verkliga träningsraderna.</translation>
    </message>
    <message>
        <source>Generated by teacher</source>
        <translation>Genererat av läraren</translation>
    </message>
    <message>
        <source>This run was stopped before it generated rows.</source>
        <translation>Körningen stoppades innan den skapade rader.</translation>
    </message>
    <message>
        <source>Rows that the student generates, beside the real ones.</source>
        <translation>Rader som eleven skapar, bredvid de verkliga.</translation>
    </message>
    <message>
        <source>%1 rows · %2</source>
        <translation>%1 rader · %2</translation>
    </message>
    <message>
        <source>Sampler: %1</source>
        <translation>Samplare: %1</translation>
    </message>
    <message>
        <source>Posterior rows derive one to one from real people and are not anonymous.</source>
        <translation>Posteriorrader härleds en till en från verkliga personer och är inte anonyma.</translation>
    </message>
    <message>
        <source>There are no generated rows to compare with.</source>
        <translation>Det finns inga skapade rader att jämföra med.</translation>
    </message>
    <message>
        <source>Each column&apos;s values in real and in generated rows, per group.</source>
        <translation>Varje kolumns värden i verkliga och i skapade rader, per grupp.</translation>
    </message>
    <message>
        <source>Which columns go together, in real and in generated rows.</source>
        <translation>Vilka kolumner som hör ihop, i verkliga och i skapade rader.</translation>
    </message>
    <message>
        <source>Counting how columns go together…</source>
        <translation>Räknar hur kolumner hör ihop…</translation>
    </message>
    <message>
        <source>distance %1</source>
        <translation>avstånd %1</translation>
    </message>
    <message>
        <source>%1: %2 of the generated rows would have to change to match the real ones; most in “%3”, %4.</source>
        <translation>%1: %2 av de skapade raderna skulle behöva ändras för att stämma med de verkliga; mest i ”%3”, %4.</translation>
    </message>
    <message>
        <source>Cramér&apos;s V</source>
        <translation>Cramérs V</translation>
    </message>
    <message>
        <source>Largest change: %1 × %2, %3 → %4.</source>
        <translation>Största ändring: %1 × %2, %3 → %4.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::TablesCard</name>
    <message>
        <source>Runs</source>
        <translation>Körningar</translation>
    </message>
    <message>
        <source>Means over seeds</source>
        <translation>Medelvärden över frön</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Alla körningar</translation>
    </message>
    <message>
        <source>Which table is shown</source>
        <translation>Vilken tabell som visas</translation>
    </message>
    <message>
        <source>What others are held against</source>
        <translation>Vad andra jämförs med</translation>
    </message>
    <message>
        <source>Differences are those of runs with the same seed, from this one: mean, 95 % interval over seeds by Student&apos;s t.</source>
        <translation>Skillnaderna är de mellan körningar med samma frö, mot den här: medelvärde, 95 % intervall över frön med Students t.</translation>
    </message>
    <message>
        <source>against</source>
        <translation>mot</translation>
    </message>
    <message>
        <source>Runs that differ in their seed alone, with means and differences</source>
        <translation>Körningar som bara skiljer sig i frö, med medelvärden och skillnader</translation>
    </message>
    <message>
        <source>Runs with their settings and results</source>
        <translation>Körningar med inställningar och resultat</translation>
    </message>
    <message>
        <source>mean ± standard deviation over seeds</source>
        <translation>medelvärde ± standardavvikelse över frön</translation>
    </message>
    <message>
        <source>generated rows</source>
        <translation>genererade rader</translation>
    </message>
    <message>
        <source>Hold others against this</source>
        <translation>Jämför andra med den här</translation>
    </message>
    <message>
        <source>Select its runs</source>
        <translation>Markera dess körningar</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Kopiera rader</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::TaskFields</name>
    <message>
        <source>Choose…</source>
        <translation>Välj…</translation>
    </message>
    <message>
        <source>Sensitive columns</source>
        <translation>Känsliga kolumner</translation>
    </message>
    <message>
        <source>The column whose groups should be treated alike; several columns make groups of their combinations.</source>
        <translation>Kolumnen vars grupper ska behandlas lika; flera kolumner bildar grupper av sina kombinationer.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Mål</translation>
    </message>
    <message>
        <source>The column that decisions are about, such as who is hired.</source>
        <translation>Kolumnen som besluten handlar om, till exempel vem som anställs.</translation>
    </message>
    <message>
        <source>Favourable label</source>
        <translation>Gynnsam etikett</translation>
    </message>
    <message>
        <source>The value of the target that people want for themselves.</source>
        <translation>Det målvärde som människor vill ha för egen del.</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>Känslig</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n grupp</numerusform>
            <numerusform>%n grupper</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of rows</source>
        <translation>%1 av raderna</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::TextReading</name>
    <message>
        <source>ARFF</source>
        <translation>ARFF</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>SQLite database</source>
        <translation>SQLite-databas</translation>
    </message>
    <message>
        <source>Found: %1.</source>
        <translation>Funnet: %1.</translation>
    </message>
    <message>
        <source>Found: %1, %2.</source>
        <translation>Funnet: %1, %2.</translation>
    </message>
    <message>
        <source>line %1 has %2 fields where %3 are expected</source>
        <translation>rad %1 har %2 fält där %3 väntas</translation>
    </message>
    <message>
        <source>the quotes of line %1 are wrong</source>
        <translation>citattecknen på rad %1 är fel</translation>
    </message>
    <message>
        <source>Bad lines are passed over and counted; %1.</source>
        <translation>Felaktiga rader hoppas över och räknas; %1.</translation>
    </message>
    <message>
        <source>The file will be refused, because %1; correct below how it is read, or pass over bad lines.</source>
        <translation>Filen kommer att avvisas, eftersom %1; rätta nedan hur den läses, eller hoppa över felaktiga rader.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::TextRows</name>
    <message>
        <source>Rows of the data</source>
        <translation>Datamängdens rader</translation>
    </message>
    <message>
        <source>Click a column&apos;s header to sort by it, or press Alt+Down and Alt+Up in the column</source>
        <translation>Klicka på en kolumns rubrik för att sortera efter den, eller tryck Alt+Ned och Alt+Upp i kolumnen</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::ThresholdBar</name>
    <message>
        <source>Reset to %1</source>
        <translation>Återställ till %1</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Tröskel</translation>
    </message>
    <message>
        <source>Reference group</source>
        <translation>Referensgrupp</translation>
    </message>
    <message>
        <source>From which probability of the favourable label a row is selected. All figures about decisions follow, for every source.</source>
        <translation>Från vilken sannolikhet för den gynnsamma etiketten en rad väljs ut. Alla tal om beslut följer med, för varje källa.</translation>
    </message>
    <message>
        <source>The group that the others are held against in the table of groups</source>
        <translation>Gruppen som de andra ställs mot i tabellen över grupper</translation>
    </message>
    <message>
        <source>Threshold, as a number</source>
        <translation>Tröskel, som ett tal</translation>
    </message>
    <message>
        <source>Back to a threshold of %1</source>
        <translation>Tillbaka till tröskeln %1</translation>
    </message>
    <message>
        <source>Back to %1, at which the run was judged</source>
        <translation>Tillbaka till %1, där körningen bedömdes</translation>
    </message>
    <message>
        <source>largest group</source>
        <translation>största gruppen</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::TopBar</name>
    <message>
        <source>built-in sample</source>
        <translation>inbyggt exempel</translation>
    </message>
    <message>
        <source>test %1</source>
        <translation>test %1</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::TradeOffPlot</name>
    <message>
        <source>Fairness against utility</source>
        <translation>Rättvisa mot nytta</translation>
    </message>
    <message>
        <source>demographic parity ratio</source>
        <translation>demografisk paritetskvot</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>noggrannhet</translation>
    </message>
    <message>
        <source>best front</source>
        <translation>bästa fronten</translation>
    </message>
    <message>
        <source>%1 (other data or task): %2, %3</source>
        <translation>%1 (andra data eller annan uppgift): %2, %3</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>och %1 till</translation>
    </message>
    <message>
        <source>name</source>
        <translation>namn</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::TrainingView</name>
    <message>
        <source>Teacher</source>
        <translation>Lärare</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Elev</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Träna</translation>
    </message>
    <message>
        <source>The teacher’s loss curves appear here once a run trains.</source>
        <translation>Lärarens förlustkurvor visas här när en körning tränar.</translation>
    </message>
    <message>
        <source>The student’s loss curves appear here once a run trains.</source>
        <translation>Elevens förlustkurvor visas här när en körning tränar.</translation>
    </message>
    <message>
        <source>The latent space appears here once a run trains, and moves while it learns.</source>
        <translation>Det latenta rummet visas här när en körning tränar, och rör sig medan det lär sig.</translation>
    </message>
    <message>
        <source>How well the group can be guessed from the latent space appears here once a run trains.</source>
        <translation>Hur väl gruppen kan gissas från det latenta rummet visas här när en körning tränar.</translation>
    </message>
    <message>
        <source>earlier runs</source>
        <translation>tidigare körningar</translation>
    </message>
    <message>
        <source>Draws the curves of up to three earlier runs behind those of this one.</source>
        <translation>Ritar kurvorna för upp till tre tidigare körningar bakom denna körnings.</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::WarningList</name>
    <message>
        <source>Warnings</source>
        <translation>Varningar</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Visa mindre</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 till</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation>Välkommen</translation>
    </message>
    <message>
        <source>Fairloom</source>
        <translation>Fairloom</translation>
    </message>
    <message>
        <source>See who is treated how in a data set, train a model that forgets the group, and check on real rows what became of fairness and usefulness.</source>
        <translation>Se vem som behandlas hur i en datamängd, träna en modell som glömmer gruppen, och kontrollera på verkliga rader vad det blev av rättvisa och nytta.</translation>
    </message>
    <message>
        <source>Open data…</source>
        <translation>Öppna data…</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>Dina data</translation>
    </message>
    <message>
        <source>Built-in samples</source>
        <translation>Inbyggda exempel</translation>
    </message>
    <message>
        <source>Drawn from a stated causal model, so that the true effect of the group is known.</source>
        <translation>Dragna från en angiven kausal modell, så att gruppens sanna effekt är känd.</translation>
    </message>
    <message>
        <source>%1 rows · sensitive: %2 · target: %3, favourable: %4</source>
        <translation>%1 rader · känsligt: %2 · mål: %3, gynnsamt: %4</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Open sample: %1</source>
        <translation>Öppna exempel: %1</translation>
    </message>
    <message>
        <source>or drop a table or a folder of pictures here</source>
        <translation>eller släpp en tabell eller en mapp med bilder här</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n körning</numerusform>
            <numerusform>%n körningar</numerusform>
        </translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Öppna projekt…</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Lessons:</source>
        <translation>Lektioner:</translation>
    </message>
    <message>
        <source>Go on with the tour (step %1 of %2)</source>
        <translation>Fortsätt med rundturen (steg %1 av %2)</translation>
    </message>
    <message>
        <source>Take the two-minute tour</source>
        <translation>Ta rundturen på två minuter</translation>
    </message>
    <message>
        <source>%1 (step %2)</source>
        <translation>%1 (steg %2)</translation>
    </message>
</context>
<context>
    <name>fairloom::ui::WindowActions</name>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Återuppta</translation>
    </message>
    <message>
        <source>&amp;Open data…</source>
        <translation>&amp;Öppna data…</translation>
    </message>
    <message>
        <source>Export &amp;synthetic rows…</source>
        <translation>Exportera &amp;syntetiska rader…</translation>
    </message>
    <message>
        <source>Export &amp;model…</source>
        <translation>Exportera &amp;modell…</translation>
    </message>
    <message>
        <source>Export re&amp;port…</source>
        <translation>Exportera ra&amp;pport…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Avsluta</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiera</translation>
    </message>
    <message>
        <source>Copy view as &amp;picture</source>
        <translation>Kopiera vyn som &amp;bild</translation>
    </message>
    <message>
        <source>&amp;Reset settings to defaults</source>
        <translation>Åte&amp;rställ inställningarna</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Träna</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausa</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppa</translation>
    </message>
    <message>
        <source>&amp;About Fairloom</source>
        <translation>&amp;Om Fairloom</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Träning</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Exempelrader</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Granskning</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Jämförelse</translation>
    </message>
    <message>
        <source>Train with these settings (Ctrl+R)</source>
        <translation>Träna med dessa inställningar (Ctrl+R)</translation>
    </message>
    <message>
        <source>Go on with the run (Ctrl+P)</source>
        <translation>Fortsätt körningen (Ctrl+P)</translation>
    </message>
    <message>
        <source>Pause the run; it goes on where it was (Ctrl+P)</source>
        <translation>Pausa körningen; den fortsätter där den var (Ctrl+P)</translation>
    </message>
    <message>
        <source>Stop the run and keep what is finished (Ctrl+.)</source>
        <translation>Stoppa körningen och behåll det som är klart (Ctrl+.)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fil</translation>
    </message>
    <message>
        <source>Open s&amp;ample</source>
        <translation>Öppna e&amp;xempel</translation>
    </message>
    <message>
        <source>&amp;Recent files</source>
        <translation>&amp;Senaste filer</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Redigera</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Körning</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Visa</translation>
    </message>
    <message>
        <source>Reset &amp;layout</source>
        <translation>Återställ &amp;layouten</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Utseende</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>&amp;Språk</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hjälp</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Inga filer än</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>Rensa listan</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Ljust</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Mörkt</translation>
    </message>
    <message>
        <source>&amp;Judge generated rows…</source>
        <translation>&amp;Bedöm genererade rader…</translation>
    </message>
    <message>
        <source>Judge rows that another tool generated from these data (Ctrl+J)</source>
        <translation>Bedöm rader som ett annat verktyg har genererat ur dessa data (Ctrl+J)</translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation>&amp;Nytt projekt</translation>
    </message>
    <message>
        <source>Op&amp;en project…</source>
        <translation>Öppna proj&amp;ekt…</translation>
    </message>
    <message>
        <source>Sa&amp;ve project as…</source>
        <translation>Spara projekt so&amp;m…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ångra</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>Gör o&amp;m</translation>
    </message>
    <message>
        <source>Run a stud&amp;y…</source>
        <translation>Kör en stud&amp;ie…</translation>
    </message>
    <message>
        <source>Recent projec&amp;ts</source>
        <translation>Senaste proje&amp;kt</translation>
    </message>
    <message>
        <source>No projects yet</source>
        <translation>Inga projekt ännu</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbok</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tangenter</translation>
    </message>
    <message>
        <source>One epoch &amp;on</source>
        <translation>En epok ti&amp;ll</translation>
    </message>
    <message>
        <source>Guided &amp;tour</source>
        <translation>&amp;Rundtur</translation>
    </message>
    <message>
        <source>&amp;Open lesson…</source>
        <translation>&amp;Öppna lektion…</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>&amp;Presentation</translation>
    </message>
    <message>
        <source>One view in large type on the whole screen (F11)</source>
        <translation>En vy med stor text på hela skärmen (F11)</translation>
    </message>
    <message>
        <source>Slow motion: trains one epoch and pauses (Ctrl+Shift+P)</source>
        <translation>Ultrarapid: tränar en epok och pausar (Ctrl+Shift+P)</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lektioner</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Desktop workbench for fair synthetic data</source>
        <translation>Skrivbordsverkstad för rättvisa syntetiska data</translation>
    </message>
    <message>
        <source>Start training as soon as the data are open</source>
        <translation>Börja träna så snart data är öppna</translation>
    </message>
    <message>
        <source>Drive the window through a session on a built-in sample, leave a picture of each view in this folder, and end</source>
        <translation>Kör fönstret genom en session på ett inbyggt exempel, lämna en bild av varje vy i denna mapp och avsluta</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>mapp</translation>
    </message>
    <message>
        <source>Project folder or data file to open, or sample:NAME for a built-in sample</source>
        <translation>Projektmapp eller datafil att öppna, eller sample:NAMN för ett inbyggt exempel</translation>
    </message>
    <message>
        <source>Go on with the project&apos;s interrupted study without asking</source>
        <translation>Fortsätt med projektets avbrutna studie utan att fråga</translation>
    </message>
    <message>
        <source>Size of the window for --screenshots</source>
        <translation>Fönstrets storlek för --screenshots</translation>
    </message>
    <message>
        <source>width x height</source>
        <translation>bredd x höjd</translation>
    </message>
    <message>
        <source>Language of this window, whatever is chosen in its settings: en, sv</source>
        <translation>Fönstrets språk, vad som än är valt i inställningarna: en, sv</translation>
    </message>
    <message>
        <source>code</source>
        <translation>kod</translation>
    </message>
</context>
</TS>
