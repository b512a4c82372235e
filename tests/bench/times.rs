//! Times that a page measured, and how they are printed.

use super::harness::Page;

/// The numbers that the page holds under this name.
pub async fn times(page: &Page, name: &str) -> Vec<f64> {
    let times = page.evaluate(name).await;
    serde_json::from_value(times).expect("numbers")
}

/// Prints times in ms as a line.
pub fn print(name: &str, times: &mut [f64]) {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times.get((times.len() * share / 100).min(times.len() - 1));
    let at = |share| at(share).copied().unwrap_or_default();
    println!(
        "  {name}: {} times, median {:.0} ms, 98th percentile {:.0} ms, longest {:.0} ms",
        times.len(),
        at(50),
        at(98),
        at(100)
    );
}
