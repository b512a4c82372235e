//! A round of applications: its rules and, later, its results.

use super::request::Class;
use super::source::Citation;
use super::text::Text;
use super::time::{Hour, Term};

/// A round of applications.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Call {
    /// Id, such as `25-1`.
    pub id: String,
    /// Name.
    pub name: Text,
    /// When applications open, where known.
    pub opens: Option<Hour>,
    /// When applications close, where known.
    pub closes: Option<Hour>,
    /// Who may apply; empty where the notice does not restrict it.
    pub classes: Vec<Class>,
    /// How many nodes a project may ask, by accelerator; accelerators not listed are not offered.
    pub sizes: Vec<SizeRule>,
    /// How long a project may last.
    pub term: TermRule,
    /// What was on offer in all, where published.
    pub pool: Vec<Pool>,
    /// What it costs.
    pub fees: Vec<Fee>,
    /// What came of it, where published.
    pub results: Option<Results>,
    /// The first use that was observed, where it was.
    pub first_use: Option<FirstUse>,
    /// What is asked of those who are awarded nodes.
    pub conditions: Vec<Condition>,
    /// What the notice leaves open, in words.
    pub unknown: Vec<Text>,
    /// Id of the source, where known.
    pub source: Option<String>,
}

/// The first use of nodes under a call that somebody observed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FirstUse {
    /// The day.
    pub date: Hour,
    /// What it rests on.
    pub citation: Citation,
}

/// What is asked of those who are awarded nodes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Condition {
    /// Whom it concerns; empty for everybody.
    pub classes: Vec<Class>,
    /// What is asked.
    pub text: Text,
    /// What it rests on.
    pub citation: Citation,
}

/// Nodes that a project may ask of one accelerator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SizeRule {
    /// Id of the accelerator.
    pub accelerator: String,
    /// Fewest nodes, from 1.
    pub min_nodes: u32,
    /// Most nodes.
    pub max_nodes: u32,
    /// From so many nodes on it counts as a large project (대형과제), where stated.
    pub large_from_nodes: Option<u32>,
}

/// How long a project may last.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct TermRule {
    /// The shortest term.
    pub min: Option<Term>,
    /// The longest term.
    pub max: Option<Term>,
    /// The hour by which every use must end.
    pub until: Option<Hour>,
}

/// What was on offer of one accelerator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pool {
    /// Id of the accelerator.
    pub accelerator: String,
    /// GPUs on offer.
    pub gpus: u32,
    /// Whether the notice says "at least".
    pub at_least: bool,
}

/// What one class pays for one accelerator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fee {
    /// Id of the accelerator.
    pub accelerator: String,
    /// Who pays it.
    pub class: Class,
    /// The rate.
    pub rate: FeeRate,
}

/// A fee, in won per node and month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FeeRate {
    /// Nothing is charged.
    Free,
    /// So many won per node and month.
    WonPerNodeMonth(u64),
}

/// What came of a call.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Results {
    /// Projects that applied.
    pub projects_applied: u32,
    /// Nodes that they asked for.
    pub nodes_asked: u32,
    /// Projects that were awarded nodes.
    pub projects_awarded: u32,
    /// Nodes that they were awarded.
    pub nodes_awarded: u32,
    /// Nodes that were on offer.
    pub nodes_offered: u32,
    /// GPUs awarded by group of applicants.
    pub awards: Vec<Award>,
    /// When the results were published.
    pub published: Option<Hour>,
    /// Id of the source, where known.
    pub source: Option<String>,
}

/// GPUs awarded to one group of applicants.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Award {
    /// The group.
    pub class: Class,
    /// GPUs awarded.
    pub gpus: u32,
}

impl Call {
    /// The size rule for an accelerator; `None` where the call does not offer it.
    #[must_use]
    pub fn size(&self, accelerator: &str) -> Option<&SizeRule> {
        self.sizes.iter().find(|size| size.accelerator == accelerator)
    }

    /// What `class` pays for `accelerator`; `None` where it is not known.
    #[must_use]
    pub fn fee(&self, accelerator: &str, class: Class) -> Option<FeeRate> {
        let of = |fee: &&Fee| fee.accelerator == accelerator && fee.class == class;
        self.fees.iter().find(of).map(|fee| fee.rate)
    }

    /// The conditions that concern `class`.
    pub fn conditions_of(&self, class: Class) -> impl Iterator<Item = &Condition> {
        let concerns = move |it: &&Condition| it.classes.is_empty() || it.classes.contains(&class);
        self.conditions.iter().filter(concerns)
    }

    /// Whether `class` may apply.
    #[must_use]
    pub fn admits(&self, class: Class) -> bool {
        // A young people's company is a company too.
        let is_company = matches!(class, Class::Industry | Class::YouthCompany);
        self.classes.is_empty()
            || self.classes.contains(&class)
            || (is_company && self.classes.contains(&Class::Industry))
    }
}
