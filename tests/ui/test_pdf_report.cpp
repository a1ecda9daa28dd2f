#include "core/base/error.h"
#include "core/report/html_report.h"
#include "core/study/full_run.h"
#include "core/study/loss_curves.h"
#include "core/study/run_json_reader.h"
#include "ui/report/paper_document.h"
#include "ui/report/pdf_report.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QTextTable>

#include <cmath>
#include <map>

using namespace fairloom;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Stands for a language: every text with its places for arguments, in brackets.
std::string bracketed(const Message &message) { return "[" + message.english() + "]"; }

std::string swedish(const Message &message)
{
    static const std::map<std::string, std::string> texts = {{"en", "sv"}, {"In words", "I ord"}, {"Fairness", "Rättvisa"}, {"Audit report: %1", "Granskning: %1"}};
    const auto found = texts.find(message.text);
    return found == texts.end() ? message.english() : message.format(found->second);
}

QStringList headings(const std::string &html, const char *level)
{
    static const QRegularExpression tag("<[^>]*>");
    QRegularExpression pattern(QStringLiteral("<%1[^>]*>(.*?)</%1>").arg(QLatin1String(level)), QRegularExpression::DotMatchesEverythingOption);
    QStringList out;
    for (auto it = pattern.globalMatch(QString::fromStdString(html)); it.hasNext();)
        out << it.next().captured(1).remove(tag).replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", "\"").simplified();
    return out;
}

/// A page of A4 within its margins at 100 dots an inch.
class SmallPage {
public:
    explicit SmallPage(PaperDocument &paper) : writer(&buffer_)
    {
        buffer_.open(QIODevice::WriteOnly);
        writer.setResolution(100);
        paper.layOut(&writer, size);
    }
    const QSizeF size{685, 1000};

private:
    QBuffer buffer_;

public:
    QPdfWriter writer;
};

/// The page that a line of a block is on; -1 if it is on none.
int page_of(const PaperDocument &paper, const QTextBlock &block, int line)
{
    const QTextLayout *lines = block.layout();
    if (line >= lines->lineCount())
        return -1;
    const double top = paper.text().documentLayout()->blockBoundingRect(block).top() + lines->lineAt(line).y(), bottom = top + lines->lineAt(line).height();
    for (qsizetype i = 0; i < paper.pages().size(); ++i)
        if (top >= paper.pages()[i].top - 0.5 && bottom <= paper.pages()[i].bottom + 0.5)
            return static_cast<int>(i);
    return -1;
}

} // namespace

class TestPdfReport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesAPdf();
    void refusesAFolder();
    void hasAllSections();
    void tablesFitThePage();
    void pagesHoldEverythingOnce();
    void noRowIsCut();
    void tablesThatGoOnHaveTheirHeader();
    void noHeadingStandsAlone();
    void plotsHaveTheirPlace();
    void speaksSwedish();
    void emptyRun();
    void ofAFile();

private:
    QTemporaryDir folder_;
};

void TestPdfReport::writesAPdf()
{
    const QString file = folder_.filePath("report.pdf");
    writePdfReport(FullRun::make(), RunMonitor(), file);
    const QByteArray pdf = contents(file);
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
    QVERIFY(pdf.count("/Type /Page\n") > 5 || pdf.count("/Type /Page") > 5);
    QVERIFY2(pdf.size() < 5'000'000, qPrintable(QString::number(pdf.size())));
}

void TestPdfReport::refusesAFolder()
{
    QVERIFY_THROWS_EXCEPTION(InputError, writePdfReport(FullRun::make(), RunMonitor(), folder_.filePath("nowhere/report.pdf")));
    QVERIFY(!QFile::exists(folder_.filePath("nowhere")));
}

void TestPdfReport::hasAllSections()
{
    const RunResult run = FullRun::make();
    PaperDocument paper(paper_report(run, RunMonitor()));
    const QString text = paper.text().toPlainText().simplified();
    const QStringList sections = headings(html_report(run, RunMonitor()), "h2");
    QVERIFY(sections.size() > 12);
    for (const QString &section : sections)
        QVERIFY2(text.contains(section), qPrintable(section));
    for (const char *figure : {"undefined [1]", "House rules", "abc123", "fairloom-cli run"})
        QVERIFY2(text.contains(figure), figure);
}

void TestPdfReport::tablesFitThePage()
{
    PaperDocument paper(paper_report(FullRun::make(), RunMonitor()));
    const SmallPage page(paper);
    int tables = 0;
    for (QTextFrame *frame : paper.text().rootFrame()->childFrames()) {
        const auto *table = qobject_cast<QTextTable *>(frame);
        if (!table) { // Qt has an empty frame of its own
            QVERIFY(frame->lastPosition() <= frame->firstPosition());
            continue;
        }
        const QRectF rect = paper.text().documentLayout()->frameBoundingRect(frame);
        QVERIFY2(rect.right() <= page.size.width() + 8, // a cell's padding and border
                 qPrintable(QStringLiteral("%1: %2").arg(rect.right()).arg(table->cellAt(0, 0).firstCursorPosition().block().text())));
        ++tables;
    }
    QVERIFY(tables > 30);
}

void TestPdfReport::pagesHoldEverythingOnce()
{
    PaperDocument paper(paper_report(FullRun::make(), RunMonitor()));
    const SmallPage page(paper);
    QVERIFY(paper.pages().size() > 5);
    for (qsizetype i = 0; i < paper.pages().size(); ++i) {
        const PaperDocument::Page &p = paper.pages()[i];
        QVERIFY(p.bottom > p.top && p.bottom - p.top + p.header_bottom - p.header_top <= page.size.height());
        QVERIFY(i == 0 || p.top >= paper.pages()[i - 1].bottom - 0.01);
        QVERIFY2(p.bottom - p.top > 0.25 * page.size.height() || i + 1 == paper.pages().size(), qPrintable(QStringLiteral("page %1 is nearly empty").arg(i + 1)));
    }
    for (QTextBlock block = paper.text().begin(); block.isValid(); block = block.next())
        QVERIFY2(block.text().trimmed().isEmpty() || page_of(paper, block, 0) >= 0, qPrintable(block.text()));
}

void TestPdfReport::noRowIsCut()
{
    PaperDocument paper(paper_report(FullRun::make(), RunMonitor()));
    const SmallPage page(paper);
    int several_lines = 0;
    for (QTextFrame *frame : paper.text().rootFrame()->childFrames())
        if (const auto *table = qobject_cast<QTextTable *>(frame))
            for (int row = 0; row < table->rows(); ++row)
                for (int column = 0; column < table->columns(); ++column) {
                    const QTextBlock block = table->cellAt(row, column).firstCursorPosition().block();
                    const int lines = block.layout()->lineCount();
                    several_lines += lines > 1;
                    if (lines > 0)
                        QCOMPARE(page_of(paper, block, lines - 1), page_of(paper, table->cellAt(row, 0).firstCursorPosition().block(), 0));
                }
    QVERIFY(several_lines > 10);
}

void TestPdfReport::tablesThatGoOnHaveTheirHeader()
{
    PaperDocument paper(paper_report(FullRun::make(), RunMonitor()));
    const SmallPage page(paper);
    int go_on = 0;
    for (QTextFrame *frame : paper.text().rootFrame()->childFrames())
        if (const auto *table = qobject_cast<QTextTable *>(frame); table && table->format().headerRowCount() > 0)
            for (const PaperDocument::Page &p : paper.pages()) {
                const QRectF rect = paper.text().documentLayout()->frameBoundingRect(frame);
                if (p.top <= rect.top() + 1 || p.top >= rect.bottom() - 8) // Qt's rectangle reaches a little into what follows
                    continue;
                QVERIFY2(std::fabs(p.header_top - rect.top()) < 8 && p.header_bottom > p.header_top + 5,
                         qPrintable(QStringLiteral("%1: page from %2, header %3 to %4, table %5 to %6")
                                        .arg(table->cellAt(0, 0).firstCursorPosition().block().text())
                                        .arg(p.top)
                                        .arg(p.header_top)
                                        .arg(p.header_bottom)
                                        .arg(rect.top())
                                        .arg(rect.bottom())));
                ++go_on;
            }
    QVERIFY(go_on > 0);
}

void TestPdfReport::noHeadingStandsAlone()
{
    PaperDocument paper(paper_report(FullRun::make(), RunMonitor()));
    const SmallPage page(paper);
    for (QTextBlock block = paper.text().begin(); block.isValid(); block = block.next())
        if (block.blockFormat().headingLevel() > 0 && block.next().isValid())
            QVERIFY2(page_of(paper, block, 0) == page_of(paper, block.next(), 0), qPrintable(block.text()));
}

void TestPdfReport::plotsHaveTheirPlace()
{
    const PaperReport report = paper_report(FullRun::make(), RunMonitor());
    QVERIFY(report.plots.size() >= 4);
    for (std::size_t i = 0; i < report.plots.size(); ++i) {
        QVERIFY(report.html.find("plot:" + std::to_string(i) + "\"") != std::string::npos);
        QVERIFY2(report.plots[i].find("var(") == std::string::npos && report.plots[i].find("class=") == std::string::npos, report.plots[i].c_str());
    }
    PaperDocument paper(report);
    const SmallPage page(paper);
    QImage image(page.size.toSize(), QImage::Format_RGB32);
    int with_plot = 0;
    for (qsizetype p = 0; p < std::min<qsizetype>(4, paper.pages().size()); ++p) {
        image.fill(Qt::white);
        QPainter painter(&image);
        paper.draw(painter, paper.pages()[p]);
        painter.end();
        const QRgb shade = QColor("#e8f6f1").rgb(); // what lies beyond the 80 % rule
        bool found = false;
        for (int y = 0; y < image.height() && !found; y += 3)
            for (int x = 0; x < image.width() && !found; x += 3)
                found = image.pixel(x, y) == shade;
        with_plot += found;
    }
    QVERIFY(with_plot > 0);
}

void TestPdfReport::speaksSwedish()
{
    const PaperReport report = paper_report(FullRun::make(), RunMonitor(), swedish);
    QCOMPARE(report.title, std::string("Granskning: balanced-1"));
    QVERIFY(report.footer.find("2026-11-26 18:00") != std::string::npos);
    const QString text = PaperDocument(report).text().toPlainText();
    QVERIFY(text.contains("I ord"));
    QVERIFY(text.contains(QStringLiteral("Rättvisa")));
    writePdfReport(FullRun::make(), RunMonitor(), folder_.filePath("sv.pdf"), swedish);
    QVERIFY(contents(folder_.filePath("sv.pdf")).startsWith("%PDF-"));
    // and nothing that is a sentence stays untranslated
    const QString other = PaperDocument(paper_report(FullRun::make(), RunMonitor(), bracketed)).text().toPlainText();
    QVERIFY(other.contains("[In words]"));
    for (const QString &heading : headings(paper_report(FullRun::make(), RunMonitor(), bracketed).html, "h2"))
        QVERIFY2(heading.startsWith('['), qPrintable(heading));
}

void TestPdfReport::emptyRun()
{
    RunResult run;
    run.state = "stopped";
    writePdfReport(run, RunMonitor(), folder_.filePath("empty.pdf"));
    QVERIFY(contents(folder_.filePath("empty.pdf")).startsWith("%PDF-"));
}

/// By hand, to look at a run's pages: FAIRLOOM_RUN=folder FAIRLOOM_PDF=file test_pdf_report ofAFile
void TestPdfReport::ofAFile()
{
    const QString folder = qEnvironmentVariable("FAIRLOOM_RUN"), file = qEnvironmentVariable("FAIRLOOM_PDF");
    if (folder.isEmpty() || file.isEmpty())
        QSKIP("no run was named");
    const RunResult run = read_run_result((folder + "/run.json").toStdString());
    RunMonitor curves;
    if (QFile::exists(folder + "/losses.csv"))
        read_loss_curves((folder + "/losses.csv").toStdString(), run.settings, curves);
    writePdfReport(run, curves, file);
    write_html_report(run, curves, (file + ".html").toStdString());
}

QTEST_MAIN(TestPdfReport)
#include "test_pdf_report.moc"
