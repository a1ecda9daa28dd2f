#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>

/// What a call of fairloom-cli left behind.
struct CliResult {
    int status = -1;
    QByteArray out, err;
};

inline QString cli_program() { return QStringLiteral(FAIRLOOM_BINARY_DIR "/bin/fairloom-cli"); }

inline CliResult call_cli(const QStringList &arguments, int seconds = 300)
{
    QProcess process;
    process.start(cli_program(), arguments);
    CliResult result;
    if (!process.waitForFinished(seconds * 1000)) {
        process.kill();
        process.waitForFinished();
        return result;
    }
    result.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}
