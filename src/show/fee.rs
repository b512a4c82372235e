//! Fees in words.

use crate::model::{Charge, FeeTotal, FeeUnknown, WonTotal};
use crate::words::catalogue::fit as words;
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::table::Value;

/// Returns the amount, with the name of the call whose rates are used if none is chosen; or the
/// reason why there is no amount.
#[must_use]
pub fn text(charge: &Charge<'_>, lang: Lang) -> String {
    let fee = value(charge.total, lang).text(lang);
    match charge.call.filter(|_| charge.is_usual) {
        Some(call) => [&fee, " (", lang.text(&call.name), ")"].concat(),
        None => fee,
    }
}

/// Notes that no call is chosen, if the rates are those of the usual one.
#[must_use]
pub fn note(charge: &Charge<'_>, lang: Lang) -> Option<String> {
    let call = charge.call.filter(|_| charge.is_usual)?;
    Some(words::FEE_USUAL.fill(lang, &[("call", lang.text(&call.name))]))
}

/// Returns the amount, or the reason why there is none.
#[must_use]
pub fn value(total: FeeTotal, lang: Lang) -> Value {
    match total {
        FeeTotal::Free => Value::words(words::FEE_FREE.get(lang)),
        FeeTotal::Unknown(FeeUnknown::NoCall) => Value::Missing(words::FEE_NO_CALL.get(lang)),
        FeeTotal::Unknown(FeeUnknown::NoRate) => Value::Missing(words::FEE_NO_RATE.get(lang)),
        FeeTotal::Won(total) => {
            let text = format::won_between(total.low, total.high, lang);
            // A range, because a month that has only begun may or may not be charged.
            let is_range = total.low != total.high;
            if is_range { Value::Range(text) } else { Value::Figure(total.low as f64, text) }
        }
    }
}

/// Writes the multiplication behind the higher amount: `320만 원 × 노드 4대 × 3개월`.
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
