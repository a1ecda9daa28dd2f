#include "core/study/comparison/compared_figure.h"

namespace fairloom {

const std::array<ComparedFigureInfo, compared_figure_count> &compared_figures()
{
    using F = ComparedFigure;
    static const std::array<ComparedFigureInfo, compared_figure_count> all{{
        {F::dpr, "dpr", FAIRLOOM_TEXT("demographic parity ratio"), FAIRLOOM_TEXT("DPR")},
        {F::eor, "eor", FAIRLOOM_TEXT("equalized odds ratio"), FAIRLOOM_TEXT("EOR")},
        {F::dpd, "dpd", FAIRLOOM_TEXT("demographic parity difference"), FAIRLOOM_TEXT("DPD"), false},
        {F::eod, "eod", FAIRLOOM_TEXT("equalized odds difference"), FAIRLOOM_TEXT("EOD"), false},
        {F::accuracy, "accuracy", FAIRLOOM_TEXT("accuracy"), FAIRLOOM_TEXT("accuracy")},
        {F::f1, "f1", FAIRLOOM_TEXT("F1 score"), FAIRLOOM_TEXT("F1")},
        {F::auroc, "auroc", FAIRLOOM_TEXT("area under the ROC curve"), FAIRLOOM_TEXT("AUROC")},
        {F::tsts_dpr, "tsts_dpr", FAIRLOOM_TEXT("demographic parity ratio, tested on synthetic rows"), FAIRLOOM_TEXT("TSTS DPR")},
        {F::density, "density", FAIRLOOM_TEXT("density of the generated rows"), FAIRLOOM_TEXT("density")},
        {F::coverage, "coverage", FAIRLOOM_TEXT("coverage of the real rows"), FAIRLOOM_TEXT("coverage")},
        {F::auroc_latent, "auroc_latent", FAIRLOOM_TEXT("leakage: AUROC of the group from the latent"), FAIRLOOM_TEXT("leakage"), false},
        {F::representation_accuracy, "representation_accuracy", FAIRLOOM_TEXT("accuracy from the latent"), FAIRLOOM_TEXT("accuracy from z")},
        {F::representation_dpr, "representation_dpr", FAIRLOOM_TEXT("demographic parity ratio from the latent"), FAIRLOOM_TEXT("DPR from z")},
        {F::student_s, "student_s", FAIRLOOM_TEXT("training time of the student"), FAIRLOOM_TEXT("student"), false, 1, 1, 1, "s"},
        {F::training_s, "training_s", FAIRLOOM_TEXT("training time"), FAIRLOOM_TEXT("training"), false, 1, 1, 1, "s"},
        {F::total_s, "total_s", FAIRLOOM_TEXT("time of the whole run"), FAIRLOOM_TEXT("time"), false, 1, 1, 1, "s"},
        {F::first_row_s, "first_row_s", FAIRLOOM_TEXT("time to make the first row"), FAIRLOOM_TEXT("first row"), false, 1, 2, 1e3, "ms"},
        {F::rows_per_s, "rows_per_s", FAIRLOOM_TEXT("rows made per second"), FAIRLOOM_TEXT("rows/s"), true, 0, 0, 1, "rows/s"},
        {F::peak_memory, "peak_memory_bytes", FAIRLOOM_TEXT("peak memory"), FAIRLOOM_TEXT("memory"), false, 0, 0, 1e-6, "MB"},
    }};
    return all;
}

const ComparedFigureInfo &info_of(ComparedFigure figure)
{
    return compared_figures()[std::size_t(figure)];
}

std::string heading_of(ComparedFigure figure)
{
    const ComparedFigureInfo &info = info_of(figure);
    const std::string name = info.short_name.english();
    return *info.unit && name != info.unit ? name + ", " + info.unit : name;
}

} // namespace fairloom
