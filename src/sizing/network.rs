//! Model as the list of its layers: parameters, FLOPs, cache, activations and layouts follow from
//! it.

use super::layer::attention::{Attention, Sight};
use super::layer::feed_forward::{Experts, FeedForward};
use super::layer::mixing::Mixing;
use super::layer::{Mixer, ModelLayer};
use super::limits::{BadField, MAX_LAYERS, MAX_VOCAB, MAX_WIDTH, at_most, positive};

/// A model: its tables, its layers and its output.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Network {
    /// Width of the residual stream, h.
    pub hidden: u32,
    /// Entries of the embedding table, V; 0 for none.
    pub vocab: u32,
    /// Rows of further tables that are added to the embedding: learned positions, kinds of tokens.
    pub positions: u32,
    /// Kind of norm.
    pub norm: Norm,
    /// Norms outside the layers: the final one, and that of the embedding.
    pub norms: u32,
    /// Output head.
    pub head: OutputHead,
    /// `true` if the head has a bias for each of its outputs.
    pub head_bias: bool,
    /// Layers, grouped by equal shape; their order is not kept.
    pub layers: Vec<Alike>,
    /// Modules that predict a further token (DeepSeek-V3 trains with 1), each of one more layer;
    /// not in published counts.
    pub mtp: u32,
    /// Parameters of the parts that see or hear, and of their links to the text: they are held in
    /// memory, but tokens of text do not meet them.
    pub towers: u64,
    /// Parameters of the text part whose position is not known: those that an index of weights
    /// counts beyond a typical shape. They are in no known matrix, and are split as layers are.
    pub unplaced: u64,
}

/// A number of equal layers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Alike {
    /// One of the layers.
    pub layer: ModelLayer,
    /// Number of layers.
    pub count: u32,
}

/// Output head of a model.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OutputHead {
    /// A score for each entry of the vocabulary, by a table of its own.
    Separate,
    /// A score for each entry of the vocabulary, by the embedding table.
    Tied,
    /// A score for each of this many labels: classifiers, reward models.
    Labels(u32),
    /// A matrix on the first token, and this many scores from it; 0 for none (BERT, ViT).
    Pooled(u32),
    /// No head: the residual stream itself is the output.
    None,
}

/// Kind of norm.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Norm {
    /// A scale for each channel: `RMSNorm`, or `LayerNorm` without bias.
    Scale,
    /// A scale and a bias for each channel: `LayerNorm`.
    ScaleAndBias,
    /// No learned parameters.
    Plain,
}

impl Norm {
    /// Returns the parameters of a norm for each channel.
    #[must_use]
    pub const fn per_channel(self) -> f64 {
        match self {
            Self::Plain => 0.0,
            Self::Scale => 1.0,
            Self::ScaleAndBias => 2.0,
        }
    }
}

impl Network {
    /// Returns a model without layers: rotary positions, `RMSNorm`, a separate table for the
    /// output.
    #[must_use]
    pub const fn new(hidden: u32, vocab: u32) -> Self {
        Self {
            hidden,
            vocab,
            positions: 0,
            norm: Norm::Scale,
            norms: 1,
            head: OutputHead::Separate,
            head_bias: false,
            layers: Vec::new(),
            mtp: 0,
            towers: 0,
            unplaced: 0,
        }
    }

    /// Adds `count` layers like `layer`, to those of equal shape if there are some.
    pub fn add(&mut self, layer: ModelLayer, count: u32) {
        if count == 0 {
            return;
        }
        match self.layers.iter_mut().find(|alike| alike.layer == layer) {
            Some(alike) => alike.count = alike.count.saturating_add(count),
            None => self.layers.push(Alike { layer, count }),
        }
    }

    /// Applies `change` to the attention of every layer that has one.
    pub fn change_attention(&mut self, change: impl Fn(&mut Attention)) {
        for alike in &mut self.layers {
            if let Mixer::Attention(it) | Mixer::Beside(it, _) = &mut alike.layer.mixer {
                change(it);
            }
        }
    }

    /// Returns the number of layers, L; saturates.
    #[must_use]
    pub fn depth(&self) -> u32 {
        self.layers.iter().fold(0, |sum, alike| alike.count.saturating_add(sum))
    }

    /// Returns the sum of a figure over all layers.
    pub fn sum(&self, figure: impl Fn(&ModelLayer) -> f64) -> f64 {
        self.layers.iter().map(|alike| f64::from(alike.count) * figure(&alike.layer)).sum()
    }

    /// Returns the experts of its layers; of several kinds, the one with the most weights.
    #[must_use]
    pub fn experts(&self) -> Option<&Experts> {
        let experts = self.layers.iter().filter_map(|alike| alike.layer.ffn.experts());
        experts.max_by_key(|it| u64::from(it.count) * u64::from(it.expert.width))
    }

    /// Returns the number of layers with experts.
    #[must_use]
    pub fn expert_layers(&self) -> f64 {
        self.sum(|layer| f64::from(u8::from(layer.ffn.experts().is_some())))
    }

    /// Returns the layer of a module that predicts a further token: one with experts if there are
    /// any.
    #[must_use]
    pub fn further_layer(&self) -> Option<&ModelLayer> {
        let has_experts = |alike: &&Alike| alike.layer.ffn.experts().is_some();
        let last = self.layers.iter().rev();
        last.clone().find(has_experts).or_else(|| last.clone().next()).map(|it| &it.layer)
    }

    /// Returns the number of outputs of the head.
    #[must_use]
    pub const fn outputs(&self) -> u32 {
        match self.head {
            OutputHead::Separate | OutputHead::Tied => self.vocab,
            OutputHead::Labels(labels) | OutputHead::Pooled(labels) => labels,
            OutputHead::None => 0,
        }
    }

    /// Returns the field of the first part that `ranks` tensor-parallel ranks cannot split, or
    /// `None`.
    ///
    /// Every engine needs heads and widths of dense feed-forwards to be multiples of the ranks.
    #[must_use]
    pub fn undivided(&self, ranks: u32) -> Option<&'static str> {
        let ranks = ranks.max(1);
        for Alike { layer, .. } in &self.layers {
            for (field, heads) in layer.mixer.parts().map(Mixing::heads) {
                if !heads.is_multiple_of(ranks) {
                    return Some(field);
                }
            }
            if let FeedForward::Dense(mlp) = layer.ffn
                && !mlp.width.is_multiple_of(ranks)
            {
                return Some("intermediate_size");
            }
        }
        None
    }

    /// Returns `true` if `ranks` expert-parallel ranks can share out the experts of every layer.
    ///
    /// Without any experts, only one rank can.
    #[must_use]
    pub fn shares_experts(&self, ranks: u32) -> bool {
        let ranks = ranks.max(1);
        let divides = |it: &Experts| it.count.is_multiple_of(ranks);
        self.layers.iter().all(|alike| alike.layer.ffn.experts().is_none_or(divides))
            && (ranks == 1 || self.experts().is_some())
    }

    /// Returns `true` if the model makes text token by token, which encoders do not.
    #[must_use]
    pub fn is_causal(&self) -> bool {
        let both = |mixer: &Mixer| {
            let sight = mixer.attention().map(|it| it.sight);
            matches!(sight, Some(Sight::Both | Sight::Around(_)))
        };
        !self.layers.iter().any(|alike| both(&alike.layer.mixer))
    }

    /// Checks every number.
    ///
    /// # Errors
    /// The first field outside its bounds, and the reason.
    pub fn check(&self) -> Result<(), BadField> {
        positive("hidden_size", self.hidden, MAX_WIDTH)?;
        positive("num_hidden_layers", self.depth(), MAX_LAYERS)?;
        at_most("max_position_embeddings", self.positions, MAX_WIDTH)?;
        // A judgement: 16 is far above published models, of which DeepSeek-V3 has 1.
        at_most("num_nextn_predict_layers", self.mtp, 16)?;
        // A model of images has no vocabulary, but then its head gives no scores of words either.
        match self.head {
            OutputHead::Separate | OutputHead::Tied => {
                positive("vocab_size", self.vocab, MAX_VOCAB)?
            }
            OutputHead::Labels(labels) => positive("num_labels", labels, MAX_VOCAB)?,
            OutputHead::Pooled(labels) => at_most("num_labels", labels, MAX_VOCAB)?,
            OutputHead::None => {}
        }
        at_most("vocab_size", self.vocab, MAX_VOCAB)?;
        self.layers.iter().try_for_each(|alike| alike.layer.check())
    }
}
