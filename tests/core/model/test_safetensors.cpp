#include "core/model/safetensors.h"

#include "core/base/error.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace fairloom;

class TestSafetensors : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::filesystem::path path(const char *name) const { return std::filesystem::path(folder_.path().toStdString()) / name; }

    static std::string with_header(const std::string &header, const std::string &data)
    {
        std::string out(8, '\0');
        const std::uint64_t length = header.size();
        std::memcpy(out.data(), &length, 8);
        return out + header + data;
    }

private Q_SLOTS:
    void comesBackAsWritten()
    {
        TensorFile file;
        file.metadata = {{"format", "pt"}};
        file.tensors = {{"a.weight", torch::randn({3, 4})}, {"b", torch::randn({7})}, {"empty", torch::empty({0, 5})}};
        write_safetensors(file, path("model.safetensors"));
        QVERIFY(!std::filesystem::exists(path("model.safetensors.part")));
        const TensorFile back = read_safetensors(path("model.safetensors"));
        QCOMPARE(back.metadata.at("format"), std::string("pt"));
        for (const auto &[name, tensor] : file.tensors)
            QVERIFY(torch::equal(back.take(name, tensor.sizes().vec(), "test"), tensor));
        QVERIFY_THROWS_EXCEPTION(InputError, back.take("b", {8}, "test"));
        QVERIFY_THROWS_EXCEPTION(InputError, back.take("c", {7}, "test"));
    }

    void damagedFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        const auto row = [](const char *name, const std::string &content) {
            QTest::newRow(name) << QByteArray(content.data(), static_cast<qsizetype>(content.size()));
        };
        row("empty", "");
        row("short", "abc");
        row("header longer than the file", std::string("\xff\xff\xff\xff\xff\xff\xff\x7f", 8) + "{}");
        row("header of 2^60 bytes", std::string("\0\0\0\0\0\0\0\x10", 8) + "{}");
        row("not JSON", with_header("hello   ", ""));
        row("a list", with_header("[1,2]   ", ""));
        row("wrong dtype", with_header(R"({"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}})", "12345678"));
        row("offsets outside", with_header(R"({"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}})", "1234"));
        row("offsets turned round", with_header(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[8,4]}})", "12345678"));
        row("shape and offsets differ", with_header(R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})", "12345678"));
        row("shape overflows", with_header(R"({"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}})", "12345678"));
        row("shape overflows beside a zero", with_header(R"({"a":{"dtype":"F32","shape":[0,4611686018427387904,4],"data_offsets":[0,0]}})", ""));
        row("more dimensions than anybody needs",
            with_header(R"({"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1],"data_offsets":[0,4]}})", "1234"));
        row("negative shape", with_header(R"({"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}})", "1234"));
        row("shape of 1e30", with_header(R"({"a":{"dtype":"F32","shape":[1e30],"data_offsets":[0,4]}})", "1234"));
        row("shape that is no list", with_header(R"({"a":{"dtype":"F32","shape":1,"data_offsets":[0,4]}})", "1234"));
        row("no offsets", with_header(R"({"a":{"dtype":"F32","shape":[1]}})", "1234"));
    }
    void damagedFiles()
    {
        QFETCH(QByteArray, content);
        std::ofstream(path("bad.safetensors"), std::ios::binary).write(content.data(), content.size());
        QVERIFY_THROWS_EXCEPTION(InputError, read_safetensors(path("bad.safetensors")));
    }

    void missingFile() { QVERIFY_THROWS_EXCEPTION(InputError, read_safetensors(path("none.safetensors"))); }
};

QTEST_GUILESS_MAIN(TestSafetensors)
#include "test_safetensors.moc"
