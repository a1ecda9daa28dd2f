#pragma once

#include "made_up_runs.h"
#include "ui/workers/session.h"

#include <memory>
#include <string>
#include <vector>

/// Made-up records as the session has stored runs.
namespace made_up {

class Entries {
public:
    /// `runs`: oldest first, as they are made; the session has them newest first.
    explicit Entries(std::vector<RunRecord> runs, int points = 100)
    {
        int id = 0;
        for (RunRecord &run : runs) {
            auto entry = std::make_unique<ui::RunEntry>();
            entry->id = ++id;
            entry->name = QString::fromStdString(run.name);
            entry->dataName = QStringLiteral("people · sex");
            entry->state = run.state == "stopped" ? ui::RunEntry::State::stopped : ui::RunEntry::State::done;
            entry->request.settings = run.settings;
            entry->request.task = run.task;
            entry->monitor = std::make_shared<RunMonitor>();
            const double scale = run.settings.loss == "l1" ? 1 : run.settings.loss == "huber" ? 0.7 : run.settings.loss == "mse" ? 0.4 : 2;
            if (points > 0)
                entry->curves = std::make_shared<const RecordedCurves>(curves(std::uint64_t(id), scale, points));
            entry->record = std::make_shared<const RunRecord>(std::move(run));
            owned_.insert(owned_.begin(), std::move(entry));
        }
    }
    std::vector<const ui::RunEntry *> list() const
    {
        std::vector<const ui::RunEntry *> out;
        for (const auto &entry : owned_)
            out.push_back(entry.get());
        return out;
    }
    std::vector<std::unique_ptr<ui::RunEntry>> &entries() { return owned_; }
    /// Of the entry with that name.
    template <class Change> void change(const std::string &name, Change with)
    {
        for (auto &entry : owned_)
            if (entry->record->name == name) {
                auto changed = std::make_shared<RunRecord>(*entry->record);
                with(*changed);
                entry->record = changed;
            }
    }

private:
    std::vector<std::unique_ptr<ui::RunEntry>> owned_;
};

} // namespace made_up
