#include "analysis/validate/picture.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "analysis/written_text.hpp"

namespace rongtong::validation {

namespace {

constexpr double width = 640, height = 400, left = 70, right = 620, top = 60, bottom = 350;
constexpr const char* colours[] = {"#4477aa", "#cc6677", "#228833"};

std::string text_at(double x, double y, const std::string& text, const char* style)
{
    return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" {}>{}</text>\n", x, y, style, xml_text(text));
}

// Of all that is drawn along one axis; a little room above and below where it is linear.
Scale scale_of(const std::vector<double>& values, double from, double to, bool logarithmic, double room)
{
    Scale scale{0, 1, from, to, logarithmic};
    std::vector<double> shown;
    for (const double v : values)
        if (std::isfinite(v) && (!logarithmic || v > 0)) shown.push_back(v);
    if (shown.empty()) return scale;
    const auto [low, high] = std::ranges::minmax(shown);
    scale.first = low;
    scale.last = high;
    if (logarithmic) {
        if (high <= low) scale.last = 10 * low;
        return scale;
    }
    const double more = high > low ? room * (high - low) : std::max(1e-12, 0.5 * std::fabs(high));
    scale.first -= more;
    scale.last += more;
    return scale;
}

struct Frame {
    Scale x, y;
    bool shows(double a, double b) const
    {
        return std::isfinite(a) && std::isfinite(b) && (!x.logarithmic || a > 0) && (!y.logarithmic || b > 0);
    }
};

Frame frame_of(const Plot& plot)
{
    std::vector<double> x, y = plot.borders;
    for (const auto& curve : plot.curves) {
        x.insert(x.end(), curve.x.begin(), curve.x.end());
        for (const auto* values : {&curve.y, &curve.low, &curve.high})
            y.insert(y.end(), values->begin(), values->end());
    }
    return {scale_of(x, left, right, plot.log_x, 0), scale_of(y, bottom, top, plot.log_y, 0.06)};
}

std::string axes(const Plot& plot, const Frame& frame)
{
    std::string svg;
    for (const double x : frame.x.ticks()) {
        svg += fmt::format("<path d=\"M{0:.1f} {1}v5\" stroke=\"#666\"/>\n", frame.x.at(x), bottom);
        svg += text_at(frame.x.at(x), bottom + 18, fmt::format("{:g}", x), "text-anchor=\"middle\"");
    }
    for (const double y : frame.y.ticks()) {
        svg += fmt::format("<path d=\"M{0} {1:.1f}h-5\" stroke=\"#666\"/>\n", left, frame.y.at(y));
        svg += text_at(left - 8, frame.y.at(y) + 4, fmt::format("{:g}", y), "text-anchor=\"end\"");
    }
    svg += fmt::format("<path d=\"M{0} {1}V{2}H{3}\" fill=\"none\" stroke=\"#666\"/>\n", left, top, bottom, right);
    svg += text_at((left + right) / 2, height - 10, plot.x, "text-anchor=\"middle\"");
    return svg + text_at(left - 60, top - 10, plot.y, "");
}

std::string band_of(const Curve& curve, const Frame& frame, const char* colour)
{
    if (curve.low.size() != curve.x.size() || curve.high.size() != curve.x.size()) return "";
    std::string points;
    const auto add = [&](double x, double y) {
        if (frame.shows(x, y)) points += fmt::format("{:.1f},{:.1f} ", frame.x.at(x), frame.y.at(y));
    };
    for (std::size_t i = 0; i < curve.x.size(); ++i) add(curve.x[i], curve.low[i]);
    for (std::size_t i = curve.x.size(); i-- > 0;) add(curve.x[i], curve.high[i]);
    return fmt::format("<polygon points=\"{}\" fill=\"{}\" fill-opacity=\"0.25\"/>\n", points, colour);
}

std::string line_of(const Curve& curve, const Frame& frame, const char* colour)
{
    std::string points;
    for (std::size_t i = 0; i < curve.x.size(); ++i)
        if (frame.shows(curve.x[i], curve.y[i]))
            points += fmt::format("{:.1f},{:.1f} ", frame.x.at(curve.x[i]), frame.y.at(curve.y[i]));
    return fmt::format("<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.8\"/>\n", points, colour);
}

} // namespace

double Scale::at(double value) const
{
    const double share = logarithmic ? std::log(value / first) / std::log(last / first)
                                     : (value - first) / (last - first);
    return from + share * (to - from);
}

std::vector<double> Scale::ticks() const
{
    std::vector<double> found;
    if (logarithmic) {
        const bool short_span = last / first < 1000;
        for (int power = static_cast<int>(std::floor(std::log10(first))); power <= std::log10(last); ++power)
            for (const double digit : {1.0, 2.0, 5.0})
                if (const double tick = digit * std::pow(10, power);
                    (digit == 1 || short_span) && tick >= first && tick <= last)
                    found.push_back(tick);
        return found;
    }
    const double rough = (last - first) / 5, power = std::pow(10, std::floor(std::log10(rough)));
    const double step = power * (rough / power < 1.5 ? 1 : rough / power < 3.5 ? 2 : rough / power < 7.5 ? 5 : 10);
    constexpr double rounding = 1e-9;
    for (double k = std::ceil(first / step - rounding); k <= last / step + rounding; ++k)
        found.push_back(k == 0 ? 0 : k * step);
    return found;
}

std::string picture(const Finding& f)
{
    const auto frame = frame_of(f.plot);
    std::string svg = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" "
        "font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"{0}\" height=\"{1}\" fill=\"white\"/>\n",
        width, height);
    const auto figure = f.figure ? fmt::format(": {:.4g}{}", *f.figure,
                                               f.regularity.unit == "1" ? "" : " " + f.regularity.unit)
                                 : "";
    svg += text_at(10, 18, fmt::format("{}{} ({})", f.regularity.title, figure, verdict_word(f.verdict)),
                   "font-weight=\"bold\"");
    svg += text_at(10, 34, f.runs, "fill=\"#444\"") + axes(f.plot, frame);
    for (const double border : f.plot.borders)
        svg += fmt::format("<path d=\"M{0} {1:.1f}H{2}\" stroke=\"#444\" stroke-dasharray=\"5 4\"/>\n", left,
                           frame.y.at(border), right);
    for (std::size_t c = 0; c < f.plot.curves.size(); ++c) {
        const auto* colour = colours[c % std::size(colours)];
        svg += band_of(f.plot.curves[c], frame, colour) + line_of(f.plot.curves[c], frame, colour);
        svg += text_at(right, top + 4 + 16 * static_cast<double>(c), f.plot.curves[c].label,
                       fmt::format("text-anchor=\"end\" fill=\"{}\"", colour).c_str());
    }
    return svg + "</svg>\n";
}

std::vector<std::pair<std::string, std::string>> pictures(const Validation& validation)
{
    std::vector<std::pair<std::string, std::string>> all;
    std::map<std::string, int> taken;
    for (const auto& section : validation.sections)
        for (const auto& f : section.findings) {
            if (f.plot.curves.empty()) continue;
            std::string name = f.regularity.id;
            std::ranges::replace(name, '.', '-');
            const int which = ++taken[name];
            all.emplace_back(which == 1 ? name + ".svg" : fmt::format("{}-{}.svg", name, which), picture(f));
        }
    return all;
}

} // namespace rongtong::validation
