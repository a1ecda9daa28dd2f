#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>

#include <memory>
#include <vector>

#include <unistd.h>

/// A Slurm of this machine alone: munged, slurmctld and slurmd as processes of the test, everything they write in a temporary folder.
class OneMachineSlurm {
public:
    OneMachineSlurm() = default;
    ~OneMachineSlurm()
    {
        for (auto process = processes_.rbegin(); process != processes_.rend(); ++process) {
            (*process)->terminate();
            if (!(*process)->waitForFinished(10000)) {
                (*process)->kill();
                (*process)->waitForFinished();
            }
        }
    }
    OneMachineSlurm(const OneMachineSlurm &) = delete;
    OneMachineSlurm &operator=(const OneMachineSlurm &) = delete;

    /// Empty if it runs, else why there is none.
    QString start()
    {
        for (const char *name : {"munged", "mungekey", "slurmctld", "slurmd", "sbatch", "squeue", "scancel", "scontrol", "sinfo"})
            if (path_of(name).isEmpty())
                return QStringLiteral("%1 is not installed (Debian: slurm-wlm, munge)").arg(QLatin1String(name));
        if (::geteuid() != 0)
            return QStringLiteral("only root may start slurmd");
        for (const char *name : {"state", "spool", "munge"})
            QDir(folder_.path()).mkdir(QLatin1String(name));
        for (const QString &folder : {folder_.path(), place("munge")}) // munge's socket has to be in reach of everybody
            QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther);
        write_configuration();
        if (call("mungekey", {"--create", "--keyfile", place("munge/key")}).isNull())
            return QStringLiteral("no key for munge");
        start("munged", {"--foreground", "--socket=" + place("munge/socket"), "--key-file=" + place("munge/key"), "--log-file=" + place("munge/log"),
                         "--pid-file=" + place("munge/pid"), "--seed-file=" + place("munge/seed")});
        if (!wait([this] { return QFile::exists(place("munge/socket")); }, 10))
            return why("munged");
        start("slurmctld", {"-D", "-c", "-f", place("slurm.conf")});
        start("slurmd", {"-D", "-N", host(), "-f", place("slurm.conf")});
        if (!wait([this] { return call("sinfo", {"--noheader", "--format=%T"}).trimmed() == "idle"; }, 40))
            return why("slurmctld") + why("slurmd");
        return {};
    }

    /// What Slurm's commands and those who call them need.
    QProcessEnvironment environment() const
    {
        QProcessEnvironment out = QProcessEnvironment::systemEnvironment();
        out.insert(QStringLiteral("SLURM_CONF"), place("slurm.conf"));
        return out;
    }

    /// What a command prints; null if it fails.
    QByteArray call(const char *name, const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(path_of(name), arguments);
        if (!process.waitForFinished(30000) || process.exitCode() != 0)
            return {};
        const QByteArray out = process.readAllStandardOutput();
        return out.isNull() ? QByteArray("") : out;
    }

    template <typename Condition>
    static bool wait(Condition condition, int seconds)
    {
        QElapsedTimer timer;
        timer.start();
        while (!condition()) {
            if (timer.elapsed() > seconds * 1000)
                return false;
            QThread::msleep(100);
        }
        return true;
    }

private:
    static QString path_of(const char *name)
    {
        const QString found = QStandardPaths::findExecutable(QLatin1String(name));
        return found.isEmpty() ? QStandardPaths::findExecutable(QLatin1String(name), {QStringLiteral("/usr/sbin"), QStringLiteral("/sbin")}) : found;
    }

    QString place(const char *name) const { return folder_.filePath(QLatin1String(name)); }

    static QString host()
    {
        char name[256] = {};
        ::gethostname(name, sizeof name - 1);
        return QString::fromLocal8Bit(name).section(QLatin1Char('.'), 0, 0);
    }

    void start(const char *name, const QStringList &arguments)
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment());
        process->setProcessChannelMode(QProcess::MergedChannels);
        process->setStandardOutputFile(folder_.filePath(QLatin1String(name) + QStringLiteral(".out")));
        process->start(path_of(name), arguments);
        processes_.push_back(std::move(process));
    }

    QString why(const char *name) const
    {
        QFile file(folder_.filePath(QLatin1String(name) + QStringLiteral(".out")));
        const QString said = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll().right(400)) : QString();
        return QStringLiteral("%1 does not run here: %2 ").arg(QLatin1String(name), said.simplified());
    }

    void write_configuration() const
    {
        const int port = 20000 + static_cast<int>(::getpid() % 20000);
        QFile file(place("slurm.conf"));
        file.open(QIODevice::WriteOnly);
        file.write(QStringLiteral("ClusterName=test\n"
                                  "SlurmctldHost=%1(127.0.0.1)\n"
                                  "SlurmctldPort=%3\nSlurmdPort=%4\n"
                                  "AuthType=auth/munge\nAuthInfo=socket=%2/munge/socket\nCredType=cred/munge\n"
                                  "SlurmUser=root\nSlurmdUser=root\n"
                                  "StateSaveLocation=%2/state\nSlurmdSpoolDir=%2/spool\n"
                                  "SlurmctldPidFile=%2/slurmctld.pid\nSlurmdPidFile=%2/slurmd.pid\n"
                                  "ProctrackType=proctrack/pgid\nTaskPlugin=task/none\nMpiDefault=none\n"
                                  "SelectType=select/cons_tres\nSelectTypeParameters=CR_CPU_Memory\n"
                                  "JobAcctGatherType=jobacct_gather/none\nAccountingStorageType=accounting_storage/none\n"
                                  "SchedulerParameters=batch_sched_delay=1,sched_interval=2\n"
                                  "ReturnToService=2\nKillWait=10\nEnforcePartLimits=ALL\n"
                                  "NodeName=%1 NodeAddr=127.0.0.1 CPUs=%5 RealMemory=2000 State=UNKNOWN\n"
                                  "PartitionName=all Nodes=%1 Default=YES MaxTime=INFINITE State=UP\n")
                       .arg(host(), folder_.path())
                       .arg(port)
                       .arg(port + 1)
                       .arg(QThread::idealThreadCount())
                       .toUtf8());
    }

    QTemporaryDir folder_;
    std::vector<std::unique_ptr<QProcess>> processes_;
};
