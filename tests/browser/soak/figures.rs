//! What is counted each time, and whether it grows.
use std::io::{Write as _, stderr};

/// What was counted at the end of a round.
#[derive(Clone)]
pub struct Figures {
    /// Minutes since the start.
    pub minute: u64,
    /// Of all processes of the browser, where the system tells.
    pub kilobytes: Option<u64>,
    /// Elements of each tab.
    pub elements: Vec<u64>,
    pub drafts: usize,
    pub applications: usize,
    /// Whether the server was away meanwhile.
    pub was_away: bool,
}

/// With fewer rounds, there is nothing to be compared.
const FEWEST: usize = 9;
/// How much more there may be at the end than in the middle, in hundredths.
const MOST_GROWTH: u64 = 10;

impl Figures {
    /// A line of them.
    pub fn line(&self) -> String {
        let memory = match self.kilobytes {
            Some(kilobytes) => format!("{:>6.1} MB", kilobytes as f64 / 1_000.0),
            None => "     ? MB".to_owned(),
        };
        format!(
            "minute {:>3}  {memory}  {:>6} elements  {:>2} drafts  {:>2} applications{}",
            self.minute,
            self.elements.iter().sum::<u64>(),
            self.drafts,
            self.applications,
            if self.was_away { "  server away" } else { "" },
        )
    }
}

/// What may not grow: its median in the second third, and in the last. In the first, all warms up.
struct Medians {
    /// What is compared.
    name: String,
    middle: u64,
    end: u64,
}

impl Medians {
    fn compare(name: String, values: &[u64]) -> Self {
        let third = values.len() / 3;
        let last = values.len() - third;
        Self { name, middle: median(&values[third..last]), end: median(&values[last..]) }
    }

    fn has_grown(&self) -> bool {
        self.end > self.middle + self.middle * MOST_GROWTH / 100
    }

    fn line(&self) -> String {
        format!("{}: {} in the second third, {} in the last", self.name, self.middle, self.end)
    }
}

fn median(values: &[u64]) -> u64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

/// The medians of memory, where the system tells it, and of the elements of each tab.
fn medians(all: &[Figures], tabs: &[&str]) -> Vec<Medians> {
    let kilobytes: Option<Vec<u64>> = all.iter().map(|figures| figures.kilobytes).collect();
    let memory =
        kilobytes.map(|kilobytes| Medians::compare("kilobytes of memory".into(), &kilobytes));
    let mut medians: Vec<Medians> = memory.into_iter().collect();
    for (place, tab) in tabs.iter().enumerate() {
        let elements: Vec<u64> = all.iter().map(|figures| figures.elements[place]).collect();
        medians.push(Medians::compare(format!("elements of tab {place}, {tab}"), &elements));
    }
    medians
}

/// A table of all, and what was in the second third and in the last.
pub fn table(all: &[Figures], tabs: &[&str]) -> String {
    let mut lines: Vec<String> = all.iter().map(Figures::line).collect();
    if all.iter().any(|figures| figures.kilobytes.is_none()) {
        lines.push("memory is not compared: this system does not tell it of a process".to_owned());
    }
    lines.extend(medians(all, tabs).iter().map(Medians::line));
    lines.join("\n")
}

/// What has grown from the second third to the last, where there are rounds enough.
pub fn growths(all: &[Figures], tabs: &[&str]) -> Vec<String> {
    if all.len() < FEWEST {
        return Vec::new();
    }
    medians(all, tabs).iter().filter(|it| it.has_grown()).map(Medians::line).collect()
}

/// Says a line at once, past the runner, which keeps what a test prints until it ends.
pub fn say(line: &str) {
    let _ = writeln!(stderr(), "{line}");
}
