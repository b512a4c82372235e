//! What a request would cost, in words.

use crate::model::{Charge, FeeTotal, FeeUnknown, WonTotal};
use crate::words::catalogue::fit as words;
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::table::Value;

/// The amount, and whose rates it goes by where no call is chosen; or why there is none.
#[must_use]
pub fn text(charge: &Charge<'_>, lang: Lang) -> String {
    let fee = value(charge.total, lang).text(lang);
    match charge.call.filter(|_| charge.is_usual) {
        Some(call) => [&fee, " (", lang.text(&call.name), ")"].concat(),
        None => fee,
    }
}

/// That no call is chosen, where the rates are those of the usual one.
#[must_use]
pub fn note(charge: &Charge<'_>, lang: Lang) -> Option<String> {
    let call = charge.call.filter(|_| charge.is_usual)?;
    Some(words::FEE_USUAL.fill(lang, &[("call", lang.text(&call.name))]))
}

/// The amount, or why there is none.
#[must_use]
pub fn value(total: FeeTotal, lang: Lang) -> Value {
    match total {
        FeeTotal::Free => Value::words(words::FEE_FREE.get(lang)),
        FeeTotal::Unknown(FeeUnknown::NoCall) => Value::Missing(words::FEE_NO_CALL.get(lang)),
        FeeTotal::Unknown(FeeUnknown::NoRate) => Value::Missing(words::FEE_NO_RATE.get(lang)),
        FeeTotal::Won(total) => {
            let text = format::won_between(total.low, total.high, lang);
            // Months that have begun may count or not.
            let is_range = total.low != total.high;
            if is_range { Value::Range(text) } else { Value::Figure(total.low as f64, text) }
        }
    }
}

/// The multiplication behind the higher amount: `320만 원 × 노드 4대 × 3개월`.
#[must_use]
pub fn product(total: &WonTotal, lang: Lang) -> String {
    let values = [
        ("won", &*format::won(total.won_per_node_month, lang)),
        ("nodes", &*format::nodes(total.nodes, lang)),
        ("months", &*format::months(total.months_high, lang)),
    ];
    words::FEE_SUM.fill(lang, &values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_told_with_its_product() {
        let won = WonTotal {
            won_per_node_month: 3_200_000,
            nodes: 4,
            months_low: 3,
            months_high: 3,
            low: 38_400_000,
            high: 38_400_000,
        };
        assert_eq!(product(&won, Lang::Ko), "320만 원 × 노드 4대 × 3개월");
        assert_eq!(value(FeeTotal::Won(won), Lang::Ko).text(Lang::Ko), "3,840만 원");
        let part = WonTotal { low: 3_200_000, high: 6_400_000, ..won };
        assert_eq!(value(FeeTotal::Won(part), Lang::En).text(Lang::En), "₩3,200,000 to ₩6,400,000");
    }
}
