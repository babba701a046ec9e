#include "scenarios/same_meaning.hpp"

#include <algorithm>
#include <string_view>

namespace rongtong {

namespace {

// A line: words that may stand for each other. They are looked for at the beginnings of words ("bankrupt" finds "bankruptcies"),
// Chinese ones anywhere.
const std::vector<std::vector<std::string_view>>& lines()
{
    static const std::vector<std::vector<std::string_view>> all{
        {"late payment", "paid late", "overdue", "arrears", "拖欠", "逾期", "欠款"},
        {"payment term", "trade credit", "payable", "receivable", "invoice", "账款", "账期", "应收", "应付",
         "付款期限"},
        {"bankruptcy", "bankrupt", "failure", "default", "insolvency", "insolvent", "破产", "违约", "倒闭"},
        {"closure", "exit", "closing", "关闭", "退出", "注销"},
        {"entry", "entries", "entrant", "founding", "startup", "新设", "进入", "创业"},
        {"job", "employment", "worker", "workforce", "就业", "从业", "员工"},
        {"unemployment", "unemployed", "jobless", "失业"},
        {"wage", "salary", "pay of workers", "工资"},
        {"price", "inflation", "cpi", "deflator", "价格", "物价", "通胀"},
        {"output", "production", "gdp", "value added", "产出", "产值", "增加值", "生产总值"},
        {"growth", "progress", "增长", "进步"},
        {"productivity", "efficiency", "生产率", "效率"},
        {"profit", "margin", "earnings", "利润"},
        {"loan", "credit", "lending", "financing", "贷款", "信贷", "融资"},
        {"bank", "银行"},
        {"interest", "rate", "利率", "利息"},
        {"equity", "share capital", "stake", "venture capital", "股权", "股份"},
        {"supply chain", "factoring", "factored", "reverse factoring", "供应链", "保理"},
        {"supplier", "buyer", "customer", "link", "供应商", "采购", "客户"},
        {"order", "demand", "订单", "需求"},
        {"inventory", "inventories", "stock of goods", "finished", "库存", "存货"},
        {"investment", "capital", "投资", "资本"},
        {"export", "出口"},
        {"import", "进口"},
        {"tax", "税"},
        {"subsidy", "fiscal", "budget", "public money", "government", "补贴", "财政", "政府"},
        {"sme", "small and medium", "small firms", "中小企业", "小微"},
        {"large firms", "leader", "chain leader", "大企业", "龙头", "链主"},
        {"merger", "acquisition", "takeover", "并购", "收购"},
        {"concentration", "competition", "market power", "集中度", "竞争"},
        {"household", "consumption", "consumer", "居民", "消费", "家庭"},
        {"cash", "liquidity", "money", "现金", "流动性", "资金"},
    };
    return all;
}

std::string singular(const std::string& phrase)
{
    if (phrase.ends_with("ies")) return phrase.substr(0, phrase.size() - 3) + "y";
    return phrase.ends_with('s') ? phrase.substr(0, phrase.size() - 1) : phrase;
}

} // namespace

std::vector<std::string> same_meaning(const std::string& phrase)
{
    std::vector<std::string> others;
    for (const auto& line : lines()) {
        const auto given = [&](std::string_view word) { return word == phrase || word == singular(phrase); };
        if (std::ranges::none_of(line, given)) continue;
        for (const auto word : line)
            if (!given(word)) others.emplace_back(word);
    }
    return others;
}

} // namespace rongtong
