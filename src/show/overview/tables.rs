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
    let count = |number: u32| Cell::from(Value::Count(number.into()));
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
        (words::MEMORY, |it| it.memory_gb),
        (words::BANDWIDTH, |it| it.bandwidth_tb_s),
        (words::BF16, |it| it.bf16_tflops),
        (words::FP8, |it| it.fp8_tflops),
        (words::FP4, |it| it.fp4_tflops),
        (words::NVLINK, |it| it.nvlink_gb_s),
        (words::POWER, |it| it.power_w),
    ];
    let has_figures = |it: &Accelerator| figures.iter().any(|(_, figure)| figure(it).is_some());
    if !snapshot.accelerators.iter().any(has_figures) {
        return None;
    }
    let column = |head: Entry, value: &dyn Fn(&Accelerator) -> Value| {
        Column::new(head.get(lang), snapshot.accelerators.iter().map(value))
    };
    let source = |it: &Accelerator| source_value(snapshot, &as_source(it.source.as_ref()), lang);
    let mut columns = vec![column(words::ACCELERATOR, &|it| Value::words(lang.text(&it.name)))];
    columns.extend(figures.map(|(head, figure)| {
        column(head, &|it| figure(it).map_or(Value::none(), |it| Value::figure(it, format::figure)))
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
    let rest = |it: &Purchase| Some(it.bought_gpus.saturating_sub(it.government_gpus?));
    let provider = |it: &Purchase| Value::words(provider_name(snapshot, Some(&it.provider), lang));
    let service = |it: &Purchase| {
        it.service.as_ref().map_or_else(unknown, |service| Value::words(lang.text(service)))
    };

    let mut columns = Vec::new();
    if purchases.iter().any(|it| it.wave.is_some()) {
        // Words, because a count would be written as `2,025`.
        let wave = |wave: u32| Value::words(wave.to_string());
        columns.push(column(words::WAVE, &|it| it.wave.map_or(Value::Blank, wave)));
        columns.push(column(words::DECIDED, &|it| it.decided.map_or(Value::Blank, Value::Day)));
    }
    columns.extend([
        column(words::PROVIDER, &provider),
        column(words::ACCELERATOR, &|it| {
            Value::words(accelerator_name(snapshot, &it.accelerator, lang))
        }),
        column(words::BOUGHT, &|it| gpus(Some(it.bought_gpus))).summed(lang),
        column(words::GOVERNMENT_USE, &|it| gpus(it.government_gpus)).summed(lang),
        column(words::OWN_USE, &|it| gpus(rest(it))).summed(lang),
    ]);
    if purchases.iter().any(|it| it.service.is_some()) {
        columns.push(column(words::SERVICE, &service));
    }
    columns.push(column(words::SOURCE, &|it| source_value(snapshot, &it.citation, lang)));
    Table { caption: words::PURCHASES_CAPTION.get(lang).to_owned(), columns, lang }
}
