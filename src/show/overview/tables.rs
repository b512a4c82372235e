//! The figures of the capacity file as tables.

use super::blocks::{assumed, largest_leaf};
use crate::model::{Accelerator, Block, Citation, Purchase, Snapshot};
use crate::words::catalogue::{Entry, capacity as words};
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::{accelerator_name, block_name, provider_name};
use crate::words::source::source_value;
use crate::words::table::{Cell, Column, Table, Value};

/// Returns the blocks as a table.
#[must_use]
pub fn block_table(snapshot: &Snapshot, lang: Lang) -> Table {
    let column = |head: Entry, cell: &dyn Fn(&Block) -> Cell| {
        Column::new(head.get(lang), snapshot.blocks.iter().map(cell))
    };
    let count = |of: u32| Cell::from(Value::Count(of.into()));
    let name = |block: &Block| Value::words(block_name(block, lang)).into();
    let provider = |block: &Block| {
        Value::words(provider_name(snapshot, block.provider.as_deref(), lang)).into()
    };
    let accelerator =
        |block: &Block| Value::words(accelerator_name(snapshot, &block.accelerator, lang)).into();
    let leaf =
        |block: &Block| count(largest_leaf(block)).marked(assumed(block, "leaf_nodes", lang));
    let available_from = |block: &Block| {
        let unknown = Value::Missing(words::NOT_PUBLISHED.get(lang));
        let from = block.available_from.map_or(unknown, Value::Day);
        Cell::from(from).marked(assumed(block, "available_from", lang))
    };
    let source =
        |block: &Block| source_value(snapshot, &as_source(block.source.as_ref()), lang).into();
    Table {
        caption: words::BLOCKS_CAPTION.get(lang).to_owned(),
        columns: vec![
            column(words::BLOCK, &name),
            column(words::PROVIDER, &provider),
            column(words::ACCELERATOR, &accelerator),
            column(words::NODES, &|block| count(block.nodes())).summed(lang),
            column(words::GPUS, &|block| count(block.gpus())).summed(lang),
            column(words::LEAF_SIZE, &leaf),
            column(words::AVAILABLE_FROM, &available_from),
            column(words::SOURCE, &source),
        ],
        lang,
    }
}

/// Returns the accelerators as a table; `None` if the file has no figures of them.
#[must_use]
pub fn accelerator_table(snapshot: &Snapshot, lang: Lang) -> Option<Table> {
    type Figure = fn(&Accelerator) -> Option<f64>;
    let figures: [(Entry, Figure); 7] = [
        (words::MEMORY, |of| of.memory_gb),
        (words::BANDWIDTH, |of| of.bandwidth_tb_s),
        (words::BF16, |of| of.bf16_tflops),
        (words::FP8, |of| of.fp8_tflops),
        (words::FP4, |of| of.fp4_tflops),
        (words::NVLINK, |of| of.nvlink_gb_s),
        (words::POWER, |of| of.power_w),
    ];
    let has_figures = |of: &Accelerator| figures.iter().any(|(_, figure)| figure(of).is_some());
    if !snapshot.accelerators.iter().any(has_figures) {
        return None;
    }
    let column = |head: Entry, value: &dyn Fn(&Accelerator) -> Value| {
        Column::new(head.get(lang), snapshot.accelerators.iter().map(value))
    };
    let source = |of: &Accelerator| source_value(snapshot, &as_source(of.source.as_ref()), lang);
    let mut columns = vec![column(words::ACCELERATOR, &|of| Value::words(lang.text(&of.name)))];
    columns.extend(figures.map(|(head, figure)| {
        column(head, &|of| figure(of).map_or(Value::none(), |it| Value::figure(it, format::figure)))
    }));
    columns.push(column(words::SOURCE, &source));
    Some(Table { caption: words::ACCELERATORS_CAPTION.get(lang).to_owned(), columns, lang })
}

/// Returns the citation of a figure that is as sure as its source.
fn as_source(id: Option<&String>) -> Citation {
    Citation { source: id.cloned(), surety: None }
}

/// Returns the purchases as a table, with their waves if the file tells them apart.
#[must_use]
pub fn purchase_table(snapshot: &Snapshot, lang: Lang) -> Table {
    let purchases = &snapshot.purchases;
    let column = |head: Entry, value: &dyn Fn(&Purchase) -> Value| {
        Column::new(head.get(lang), purchases.iter().map(value))
    };
    let unknown = || Value::Missing(words::NOT_PUBLISHED.get(lang));
    let gpus = |count: Option<u32>| count.map_or_else(unknown, |gpus| Value::Count(gpus.into()));
    // A file may claim more for the government than was bought: both figures are kept.
    let rest = |of: &Purchase| Some(of.bought_gpus.saturating_sub(of.government_gpus?));
    let provider = |of: &Purchase| Value::words(provider_name(snapshot, Some(&of.provider), lang));
    let service = |of: &Purchase| {
        of.service.as_ref().map_or_else(unknown, |service| Value::words(lang.text(service)))
    };

    let mut columns = Vec::new();
    if purchases.iter().any(|of| of.wave.is_some()) {
        // Words, because a count would be written as `2,025`.
        let wave = |wave: u32| Value::words(wave.to_string());
        columns.push(column(words::WAVE, &|of| of.wave.map_or(Value::Blank, wave)));
        columns.push(column(words::DECIDED, &|of| of.decided.map_or(Value::Blank, Value::Day)));
    }
    columns.extend([
        column(words::PROVIDER, &provider),
        column(words::ACCELERATOR, &|of| {
            Value::words(accelerator_name(snapshot, &of.accelerator, lang))
        }),
        column(words::BOUGHT, &|of| gpus(Some(of.bought_gpus))).summed(lang),
        column(words::GOVERNMENT_USE, &|of| gpus(of.government_gpus)).summed(lang),
        column(words::OWN_USE, &|of| gpus(rest(of))).summed(lang),
    ]);
    if purchases.iter().any(|of| of.service.is_some()) {
        columns.push(column(words::SERVICE, &service));
    }
    columns.push(column(words::SOURCE, &|of| source_value(snapshot, &of.citation, lang)));
    Table { caption: words::PURCHASES_CAPTION.get(lang).to_owned(), columns, lang }
}
