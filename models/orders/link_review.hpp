// The parts of the review of links (network/review.hpp): a firm's own look, which writes lists, and the answers of suppliers.
#pragma once

#include "models/orders/review_links.hpp"

namespace rongtong {

// Of whom a buyer looks for another supplier, and how much it needs.
struct Search {
    std::size_t row;
    std::uint32_t known;
    double volume; // goods a month that can be compared
};

// A firm's yearly review (review_links.cpp; search_links.cpp: whom it finds).
struct LinkReview {
    Economy& e; // of which it reads all, and writes nothing but the lists below
    const Draws& draws;
    const SupplierChoice& choice;
    std::vector<LinkAsk>* asks;   // of the block
    std::vector<LinksSeen>* seen; // of the block
    bool map_is_kept;

    void firm(std::size_t row);
    void take_census(std::size_t row);
    void look_around(std::size_t row, std::uint32_t place);
    void look_for_another(std::size_t row, std::uint32_t edge);
    void find_best(std::size_t row, std::uint32_t known, LinkAsk best, double least);
    void ask_for_more(std::size_t row, std::uint32_t first, std::uint32_t last);
    bool may_change(std::size_t row, std::uint32_t edge) const;
    bool may_supply(std::size_t row, std::uint32_t known, std::uint32_t found) const;
    std::uint32_t shown_by_agency(std::size_t row) const;
    void try_candidate(const Search& search, std::uint32_t found, const Words& w, LinkAsk& best,
                       LinkAsk::Way way) const;
    void look_on_platform(const Search& search, std::uint32_t n, LinkAsk& best) const;
    void look_at_map(const Search& search, std::uint32_t n, LinkAsk& best) const;
    std::uint32_t candidate(std::size_t row, std::uint32_t known, std::uint32_t k, const Words& w) const;
    std::uint32_t supplier_of_partner(std::size_t row, std::uint32_t known, const Words& w) const;
    std::uint32_t any_of_sector(std::size_t sector, std::uint32_t word) const;
};

// Suppliers answer what was asked (answer_asks.cpp). Serial.
void answer_asks(Economy& economy, const Draws& draws);

} // namespace rongtong
