//! The figures of the capacity file as tables.

use super::blocks::{assumed, block_name, largest_leaf, provider};
use super::source;
use crate::model::{Accelerator, Block, Snapshot};
use crate::show::catalogue::{Entry, capacity as words};
use crate::show::format;
use crate::show::lang::Lang;
use crate::show::table::{Cell, Table};
use crate::show::why::accelerator;

/// The blocks as a table.
#[must_use]
pub fn block_table(snapshot: &Snapshot, lang: Lang) -> Table {
    let row = |block: &Block| {
        vec![
            Cell::text(block_name(block, lang)),
            Cell::text(provider(snapshot, block, lang)),
            Cell::text(accelerator(snapshot, &block.accelerator, lang)),
            Cell::number(format::integer(block.nodes().into())),
            Cell::number(format::integer(block.gpus().into())),
            Cell::number(format::integer(largest_leaf(block).into())).marked(assumed(
                block,
                "leaf_nodes",
                lang,
            )),
            Cell::text(available_from(block, lang)).marked(assumed(block, "available_from", lang)),
            source_cell(snapshot, block.source.as_deref(), lang),
        ]
    };
    let sum = |of: fn(&Block) -> u32| {
        let total = snapshot.blocks.iter().map(|block| u64::from(of(block))).sum();
        Cell::number(format::integer(total))
    };
    Table {
        caption: words::BLOCKS_CAPTION.get(lang).to_owned(),
        heads: vec![
            Cell::text(words::BLOCK.get(lang)),
            Cell::text(words::PROVIDER.get(lang)),
            Cell::text(words::ACCELERATOR.get(lang)),
            Cell::number(words::NODES.get(lang)),
            Cell::number(words::GPUS.get(lang)),
            Cell::number(words::LEAF_SIZE.get(lang)),
            Cell::text(words::AVAILABLE_FROM.get(lang)),
            Cell::text(words::SOURCE.get(lang)),
        ],
        rows: snapshot.blocks.iter().map(row).collect(),
        foot: vec![
            Cell::text(words::TOTAL.get(lang)),
            Cell::default(),
            Cell::default(),
            sum(Block::nodes),
            sum(Block::gpus),
            Cell::default(),
            Cell::default(),
            Cell::default(),
        ],
    }
}

fn available_from(block: &Block, lang: Lang) -> String {
    let unknown = || words::NOT_PUBLISHED.get(lang).to_owned();
    block.available_from.map_or_else(unknown, |from| format::date(from, lang))
}

/// The accelerators, as a table; nothing where the file has no figures of them.
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
    let row = |of: &Accelerator| {
        let mut cells = vec![Cell::text(lang.text(&of.name))];
        cells.extend(figures.iter().map(|(_, figure)| {
            Cell::number(figure(of).map_or_else(|| "–".to_owned(), format::figure))
        }));
        cells.push(source_cell(snapshot, of.source.as_deref(), lang));
        cells
    };
    let mut heads = vec![Cell::text(words::ACCELERATOR.get(lang))];
    heads.extend(figures.iter().map(|(name, _)| Cell::number(name.get(lang))));
    heads.push(Cell::text(words::SOURCE.get(lang)));
    Some(Table {
        caption: words::ACCELERATORS_CAPTION.get(lang).to_owned(),
        heads,
        rows: snapshot.accelerators.iter().map(row).collect(),
        foot: Vec::new(),
    })
}

fn source_cell(snapshot: &Snapshot, id: Option<&str>, lang: Lang) -> Cell {
    source(snapshot, id, lang).map_or_else(Cell::default, |source| Cell {
        text: source.title + &source.details,
        url: source.url,
        ..Cell::default()
    })
}

/// What was bought, as a table.
#[must_use]
pub fn purchase_table(snapshot: &Snapshot, lang: Lang) -> Table {
    let integer = |gpus: u32| Cell::number(format::integer(gpus.into()));
    let mut totals = (0_u32, 0_u32);
    let mut rows = Vec::new();
    for purchase in &snapshot.purchases {
        totals.0 = totals.0.saturating_add(purchase.bought_gpus);
        totals.1 = totals.1.saturating_add(purchase.government_gpus);
        let provider = snapshot.provider(&purchase.provider);
        rows.push(vec![
            Cell::text(provider.map_or(purchase.provider.as_str(), |p| lang.text(&p.name))),
            Cell::text(accelerator(snapshot, &purchase.accelerator, lang)),
            integer(purchase.bought_gpus),
            integer(purchase.government_gpus),
            integer(purchase.bought_gpus.saturating_sub(purchase.government_gpus)),
            source_cell(snapshot, purchase.source.as_deref(), lang),
        ]);
    }
    Table {
        caption: words::PURCHASES_CAPTION.get(lang).to_owned(),
        heads: vec![
            Cell::text(words::PROVIDER.get(lang)),
            Cell::text(words::ACCELERATOR.get(lang)),
            Cell::number(words::BOUGHT.get(lang)),
            Cell::number(words::GOVERNMENT_USE.get(lang)),
            Cell::number(words::OWN_USE.get(lang)),
            Cell::text(words::SOURCE.get(lang)),
        ],
        rows,
        foot: vec![
            Cell::text(words::TOTAL.get(lang)),
            Cell::default(),
            integer(totals.0),
            integer(totals.1),
            integer(totals.0.saturating_sub(totals.1)),
            Cell::default(),
        ],
    }
}
