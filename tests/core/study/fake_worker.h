#pragma once

#include "core/study/run_json.h"
#include "core/study/study_file.h"
#include "core/study/example_run.h"

#include <QByteArray>
#include <QFile>
#include <QStringList>

#include <filesystem>
#include <string>

namespace fairloom {

/// A shell script that plays `fairloom-cli run`: it leaves a finished run in its folder unless it is told otherwise.
class FakeWorker {
public:
    explicit FakeWorker(const QString &folder) : folder_(folder.toStdString())
    {
        std::filesystem::create_directories(folder_);
        RunResult result = example_run();
        result.state = "done";
        result.name.clear(); // each takes its folder's
        write("run.json", QByteArray::fromStdString(run_json(result)));
        write("worker", script());
        std::filesystem::permissions(program(), std::filesystem::perms::owner_all);
    }

    std::filesystem::path program() const { return folder_ / "worker"; }

    /// What it does when it runs that trial, as lines of the shell; "$out" is the run's folder, "$name" its name, "$dir" this object's.
    void order(const std::string &trial, const QByteArray &lines) const { write("do-" + trial, lines); }
    /// The run is at its end until release(); meanwhile it writes into "ticks-NAME".
    void hold(const std::string &trial, const QByteArray &says = "at 0.5 student") const
    {
        order(trial, "trap 'exit 130' INT TERM\nwhile [ ! -e \"$dir/go-$name\" ]; do echo '" + says +
                         "' >&3; echo tick >>\"$dir/ticks-$name\"; sleep 0.03; done\n");
    }
    void release(const std::string &trial) const { write("go-" + trial, ""); }

    /// "start NAME" and "end NAME" in the order in which they happened.
    QStringList events() const { return lines("events"); }
    QStringList started() const
    {
        QStringList out;
        for (const QString &event : events())
            if (event.startsWith(QStringLiteral("start ")))
                out << event.mid(6);
        return out;
    }
    qsizetype ticks(const std::string &trial) const { return lines("ticks-" + trial).size(); }
    /// The largest number of processes that were at work at a time.
    int most_at_once() const
    {
        int now = 0, most = 0;
        for (const QString &event : events()) {
            now += event.startsWith(QStringLiteral("start ")) ? 1 : -1;
            most = std::max(most, now);
        }
        return most;
    }

private:
    static QByteArray script()
    {
        return R"(#!/bin/sh
dir=${0%/*}
while [ $# -gt 0 ]; do
    case $1 in
    --out) out=$2 ;;
    esac
    shift
done
name=${out##*/}
echo "start $name" >>"$dir/events"
trap 'echo "end $name" >>"$dir/events"' EXIT
[ ! -e "$dir/do-$name" ] || . "$dir/do-$name"
cp "$dir/run.json" "$out/run.json.part"
mv "$out/run.json.part" "$out/run.json"
)";
    }

    QStringList lines(const std::string &name) const
    {
        QFile file(QString::fromStdString((folder_ / name).string()));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts) : QStringList();
    }

    void write(const std::string &name, const QByteArray &content) const
    {
        QFile file(QString::fromStdString((folder_ / name).string()));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("a file of the test cannot be written");
    }

    std::filesystem::path folder_;
};

} // namespace fairloom
