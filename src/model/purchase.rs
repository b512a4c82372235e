//! Purchases, notices about them, and other schemes beside this programme.

use super::source::Citation;
use super::text::Text;
use super::time::Hour;

/// A purchase of one accelerator from one provider in one wave.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Purchase {
    /// Year of the wave, if the file distinguishes waves.
    pub wave: Option<u32>,
    /// Id of the provider.
    pub provider: String,
    /// Id of the accelerator.
    pub accelerator: String,
    /// GPUs bought.
    pub bought_gpus: u32,
    /// GPUs of these for government use; `None` if not published.
    pub government_gpus: Option<u32>,
    /// Day of the decision, if known.
    pub decided: Option<Hour>,
    /// Start of service, in words, if known.
    pub service: Option<Text>,
    /// Source of the purchase.
    pub citation: Citation,
}

/// A dated statement shown before all figures.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// Day for which it was stated.
    pub date: Option<Hour>,
    /// Text of the statement.
    pub text: Text,
    /// Source of the statement.
    pub citation: Citation,
}

/// A scheme beside this programme, for needs that do not fit here; all but its name may be unknown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scheme {
    /// Name of the scheme, and of the body that runs it.
    pub name: Text,
    /// Unit that is given out, such as a server or a GPU.
    pub unit: Option<Text>,
    /// Number of units that one may ask for, in words.
    pub sizes: Option<Text>,
    /// Cost, in words.
    pub fee: Option<Text>,
    /// Application status, in words.
    pub state: Option<Text>,
    /// Day for which all of this was stated.
    pub date: Option<Hour>,
    /// Source of the statements.
    pub citation: Citation,
}
