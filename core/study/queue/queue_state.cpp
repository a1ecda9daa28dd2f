#include "core/study/queue/queue_state.h"

#include "core/study/metric_json.h"

#include <array>

namespace fairloom {

namespace {

constexpr std::array state_names{"waiting", "running", "done", "failed", "cancelled"};

/// What cannot be read waits again: better a run too many than one too few.
TrialState state_of(std::string_view name)
{
    for (std::size_t s = 0; s < state_names.size(); ++s)
        if (name == state_names[s])
            return static_cast<TrialState>(s);
    return TrialState::waiting;
}

std::string message_text(const Message &message)
{
    if (message.empty())
        return "";
    return Json{{"text", message.text}, {"args", message.args}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Message message_of(std::string_view text)
{
    Message out;
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("text") || !json["text"].is_string())
        return out;
    out.text = json["text"].get<std::string>();
    if (json.contains("args") && json["args"].is_array())
        for (const Json &argument : json["args"])
            if (argument.is_string())
                out.args.push_back(argument.get<std::string>());
    return out;
}

constexpr const char *trial_columns = "name, study, position, data, variant, seed, config, keep_files, state, attempts, failures, problem, seconds, job";

} // namespace

const char *state_name(TrialState state) { return state_names[static_cast<std::size_t>(state)]; }

QueueState::QueueState(const std::filesystem::path &project) : database_(project / "index.sqlite")
{
    database_.make_tables("trials", "CREATE TABLE trials (name TEXT PRIMARY KEY, study TEXT NOT NULL, position INTEGER NOT NULL, data TEXT NOT NULL, "
                                    "variant TEXT NOT NULL, seed INTEGER NOT NULL, config TEXT NOT NULL, keep_files INTEGER NOT NULL, state TEXT NOT NULL, "
                                    "attempts INTEGER NOT NULL, failures INTEGER NOT NULL, problem TEXT NOT NULL, seconds REAL NOT NULL, job TEXT NOT NULL, "
                                    "UNIQUE (study, data, variant, seed)) WITHOUT ROWID");
}

std::vector<StoredTrial> QueueState::trials()
{
    std::vector<StoredTrial> out;
    StoreDatabase::Statement statement = database_.prepare(std::string("SELECT ") + trial_columns + " FROM trials ORDER BY position, name");
    while (statement.step()) {
        StoredTrial &trial = out.emplace_back();
        trial.shown.name = statement.text(0);
        trial.shown.study = statement.text(1);
        trial.position = statement.integer(2);
        trial.data = statement.text(3);
        trial.variant = statement.text(4);
        trial.seed = static_cast<std::uint64_t>(statement.integer(5));
        trial.config = statement.text(6);
        trial.keep_files = statement.integer(7) != 0;
        trial.shown.state = state_of(statement.text(8));
        trial.shown.attempts = static_cast<int>(statement.integer(9));
        trial.failures = static_cast<int>(statement.integer(10));
        trial.shown.problem = message_of(statement.text(11));
        trial.shown.seconds = statement.number(12);
        trial.job = statement.text(13);
    }
    return out;
}

bool QueueState::changed_elsewhere()
{
    StoreDatabase::Statement statement = database_.prepare("PRAGMA data_version");
    const std::int64_t version = statement.step() ? statement.integer(0) : 0;
    const bool changed = version != version_;
    version_ = version;
    return changed;
}

void QueueState::write(const std::vector<const StoredTrial *> &trials)
{
    if (trials.empty())
        return;
    StoreDatabase::Transaction transaction(database_);
    StoreDatabase::Statement statement =
        database_.prepare(std::string("INSERT OR REPLACE INTO trials (") + trial_columns + ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
    for (const StoredTrial *trial : trials)
        statement.bind(1, std::string_view(trial->shown.name))
            .bind(2, std::string_view(trial->shown.study))
            .bind(3, trial->position)
            .bind(4, std::string_view(trial->data))
            .bind(5, std::string_view(trial->variant))
            .bind(6, trial->seed)
            .bind(7, std::string_view(trial->config))
            .bind(8, static_cast<int>(trial->keep_files))
            .bind(9, std::string_view(state_name(trial->shown.state)))
            .bind(10, trial->shown.attempts)
            .bind(11, trial->failures)
            .bind(12, std::string_view(message_text(trial->shown.problem)))
            .bind(13, trial->shown.seconds)
            .bind(14, std::string_view(trial->job))
            .run();
    transaction.commit();
}

void QueueState::remove(const std::vector<std::string> &names)
{
    if (names.empty())
        return;
    StoreDatabase::Transaction transaction(database_);
    StoreDatabase::Statement statement = database_.prepare("DELETE FROM trials WHERE name = ?1");
    for (const std::string &name : names)
        statement.bind(1, std::string_view(name)).run();
    transaction.commit();
}

} // namespace fairloom
