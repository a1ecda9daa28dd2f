#pragma once

#include "core/base/progress.h"
#include "core/data/table.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace fairloom {

/// How the association of two columns is measured, by their types.
enum class AssociationMeasure {
    cramers_v,         ///< two category columns: bias-corrected Cramer's V (Bergsma 2013), see association.h
    correlation_ratio, ///< a category and a number column: eta, from Kelley's epsilon squared (PNAS 1935)
    spearman           ///< two number columns: |Spearman's rho|, ties share their mean rank
};

std::string_view to_string(AssociationMeasure measure); ///< "cramers_v", "correlation_ratio", "spearman"

/// How much a column has to do with another one.
struct ColumnAssociation {
    std::size_t column = 0; ///< index in the table
    AssociationMeasure measure = AssociationMeasure::cramers_v;
    double value = 0;       ///< 0 .. 1; 0 where either is constant
    std::size_t n = 0;      ///< rows used: those without a missing number. Missing is a category like any other
};

/// Share of the numbers' deviation that the groups explain: the correlation ratio eta (Fisher), with its bias removed as in
/// Kelley's epsilon squared, 1 - (n - 1) / (n - k) SS_within / SS_total, of which negative values count as 0. n: numbers
/// that are not missing; k: groups they occur in. The plain eta of a column without any connection would be about
/// sqrt((k - 1) / (n - 1)), so that columns with many categories would seem related to everything.
/// `group`: per row, 0 .. groups - 1. 0 .. 1; 0 where the numbers are constant, k < 2 or k = n.
double correlation_ratio(std::span<const std::int32_t> group, int groups, std::span<const double> numbers);

/// Spearman's rank correlation of the rows where neither number is missing, -1 .. 1; 0 where either is constant.
double spearman(std::span<const double> a, std::span<const double> b);

/// Association of two columns of the same length. `column` of the result is 0.
ColumnAssociation associate(const Column &a, const Column &b);

/// The columns `which` of a table ranked by their association with the column `against` (left out if it is among them),
/// strongest first; equal values in the order of `which`. Pictures are left out. Every number column is sorted once.
std::vector<ColumnAssociation> rank_associations(const Table &table, const std::vector<std::size_t> &which, std::size_t against,
                                                 int threads, Progress &progress, std::stop_token stop);

/// The same against codes of rows, 0 .. count - 1: groups of a problem, or labels. Throws InputError unless there is one
/// per row.
std::vector<ColumnAssociation> rank_associations(const Table &table, const std::vector<std::size_t> &which,
                                                 std::span<const std::int32_t> codes, int count, int threads,
                                                 Progress &progress, std::stop_token stop);

} // namespace fairloom
