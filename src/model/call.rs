//! A call for applications: its rules and, later, its results.

use super::request::Class;
use super::source::Citation;
use super::text::Text;
use super::time::{Hour, Term};

/// A call for applications.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Call {
    /// Id, such as `25-1`.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Opening of applications, if known.
    pub opens: Option<Hour>,
    /// Close of applications, if known.
    pub closes: Option<Hour>,
    /// Classes of applicants that may apply; empty if the notice does not restrict them.
    pub classes: Vec<Class>,
    /// Nodes that a project may ask for, by accelerator; accelerators not listed are not offered.
    pub sizes: Vec<SizeRule>,
    /// Limits on the length of a project.
    pub term: TermRule,
    /// Total GPUs on offer by accelerator, where published.
    pub pool: Vec<Pool>,
    /// Fees by accelerator and class.
    pub fees: Vec<Fee>,
    /// Results, if published.
    pub results: Option<Results>,
    /// First observed use of nodes under the call, if any.
    pub first_use: Option<FirstUse>,
    /// Conditions imposed on those who are awarded nodes.
    pub conditions: Vec<Condition>,
    /// Points that the notice leaves open, in words.
    pub unknown: Vec<Text>,
    /// Id of the source, if known.
    pub source: Option<String>,
}

/// The first observed use of nodes under a call.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FirstUse {
    /// Day of the observation.
    pub date: Hour,
    /// Source of the observation.
    pub citation: Citation,
}

/// A condition imposed on those who are awarded nodes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Condition {
    /// Classes that it applies to; empty for all.
    pub classes: Vec<Class>,
    /// Text of the condition.
    pub text: Text,
    /// Source of the condition.
    pub citation: Citation,
}

/// Limits on the nodes of one accelerator that a project may ask for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SizeRule {
    /// Id of the accelerator.
    pub accelerator: String,
    /// Fewest nodes, from 1.
    pub min_nodes: u32,
    /// Most nodes.
    pub max_nodes: u32,
    /// Number of nodes from which a project counts as large (대형과제), if stated.
    pub large_from_nodes: Option<u32>,
}

/// Limits on the length of a project.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct TermRule {
    /// Shortest term; `None` for no limit.
    pub min: Option<Term>,
    /// Longest term; `None` for no limit.
    pub max: Option<Term>,
    /// Hour by which every use must end; `None` for no limit.
    pub until: Option<Hour>,
}

/// Total GPUs of one accelerator on offer in a call.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pool {
    /// Id of the accelerator.
    pub accelerator: String,
    /// GPUs on offer.
    pub gpus: u32,
    /// `true` if the notice says "at least".
    pub at_least: bool,
}

/// Fee of one class for one accelerator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fee {
    /// Id of the accelerator.
    pub accelerator: String,
    /// Class that pays it.
    pub class: Class,
    /// The rate.
    pub rate: FeeRate,
}

/// Rate of a fee.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FeeRate {
    /// No charge.
    Free,
    /// Won per node and month.
    WonPerNodeMonth(u64),
}

/// Results of a call.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Results {
    /// Number of projects that applied.
    pub projects_applied: u32,
    /// Nodes asked for by all applicants.
    pub nodes_asked: u32,
    /// Number of projects that were awarded nodes.
    pub projects_awarded: u32,
    /// Nodes awarded to all projects.
    pub nodes_awarded: u32,
    /// Nodes on offer.
    pub nodes_offered: u32,
    /// GPUs awarded, by group of applicants.
    pub awards: Vec<Award>,
    /// Day on which the results were published, if known.
    pub published: Option<Hour>,
    /// Id of the source, if known.
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
    /// Returns the size rule for `accelerator`, or `None` if the call does not offer it.
    #[must_use]
    pub fn size(&self, accelerator: &str) -> Option<&SizeRule> {
        self.sizes.iter().find(|size| size.accelerator == accelerator)
    }

    /// Returns the rate that `class` pays for `accelerator`, or `None` if it is not known.
    #[must_use]
    pub fn fee(&self, accelerator: &str, class: Class) -> Option<FeeRate> {
        let is_asked = |fee: &&Fee| fee.accelerator == accelerator && fee.class == class;
        self.fees.iter().find(is_asked).map(|fee| fee.rate)
    }

    /// Returns the conditions that apply to `class`.
    pub fn conditions_of(&self, class: Class) -> impl Iterator<Item = &Condition> {
        let concerns = move |it: &&Condition| it.classes.is_empty() || it.classes.contains(&class);
        self.conditions.iter().filter(concerns)
    }

    /// Returns `true` if `class` may apply.
    #[must_use]
    pub fn admits(&self, class: Class) -> bool {
        // A company of young people (`YouthCompany`) is also a company.
        let is_company = matches!(class, Class::Industry | Class::YouthCompany);
        self.classes.is_empty()
            || self.classes.contains(&class)
            || (is_company && self.classes.contains(&Class::Industry))
    }
}
