//! What was bought, what was stated about it, and which schemes there are beside it.

use super::source::Citation;
use super::text::Text;
use super::time::Hour;

/// What was bought from one provider of one accelerator in one wave.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Purchase {
    /// The year of the wave, where the file tells waves apart.
    pub wave: Option<u32>,
    /// Id of the provider.
    pub provider: String,
    /// Id of the accelerator.
    pub accelerator: String,
    /// GPUs bought.
    pub bought_gpus: u32,
    /// Of these, GPUs for government use; `None` where it is not published.
    pub government_gpus: Option<u32>,
    /// The day on which it was decided, where known.
    pub decided: Option<Hour>,
    /// From when it is in service, in words, where known.
    pub service: Option<Text>,
    /// What it rests on.
    pub citation: Citation,
}

/// A dated statement that goes before all figures.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// The day for which it was stated.
    pub date: Option<Hour>,
    /// What is stated.
    pub text: Text,
    /// What it rests on.
    pub citation: Citation,
}

/// A scheme beside this programme, for needs that do not fit here. All but its name may be unknown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scheme {
    /// Its name, and who runs it.
    pub name: Text,
    /// What is given out: a server, a GPU.
    pub unit: Option<Text>,
    /// How many units one may ask for.
    pub sizes: Option<Text>,
    /// What it costs.
    pub fee: Option<Text>,
    /// Whether it takes applications.
    pub state: Option<Text>,
    /// The day for which all this was stated.
    pub date: Option<Hour>,
    /// What it rests on.
    pub citation: Citation,
}
