//! The figures of the capacity file as tables.

use super::blocks::{assumed, largest_leaf};
use crate::model::{Accelerator, Block, Citation, Purchase, Snapshot};
use crate::words::catalogue::{Entry, capacity as words};
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::{accelerator_name, block_name, provider_name};
use crate::words::source::source_cell;
use crate::words::table::{Cell, Table};

/// The blocks as a table.
#[must_use]
pub fn block_table(snapshot: &Snapshot, lang: Lang) -> Table {
    let row = |block: &Block| {
        vec![
            Cell::text(block_name(block, lang)),
            Cell::text(provider_name(snapshot, block.provider.as_deref(), lang)),
            Cell::text(accelerator_name(snapshot, &block.accelerator, lang)),
            Cell::number(format::integer(block.nodes().into())),
            Cell::number(format::integer(block.gpus().into())),
            Cell::number(format::integer(largest_leaf(block).into())).marked(assumed(
                block,
                "leaf_nodes",
                lang,
            )),
            Cell::text(available_from(block, lang)).marked(assumed(block, "available_from", lang)),
            source_cell(snapshot, &as_source(block.source.as_ref()), lang),
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
        cells.push(source_cell(snapshot, &as_source(of.source.as_ref()), lang));
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

/// What a figure rests on that is as sure as its source.
fn as_source(id: Option<&String>) -> Citation {
    Citation { source: id.cloned(), surety: None }
}

/// What was bought, as a table: wave by wave where the file tells them apart.
#[must_use]
pub fn purchase_table(snapshot: &Snapshot, lang: Lang) -> Table {
    let purchases = &snapshot.purchases;
    let has_waves = purchases.iter().any(|purchase| purchase.wave.is_some());
    let has_service = purchases.iter().any(|purchase| purchase.service.is_some());
    let mut heads = Vec::new();
    if has_waves {
        heads.push(Cell::text(words::WAVE.get(lang)));
        heads.push(Cell::text(words::DECIDED.get(lang)));
    }
    heads.extend([words::PROVIDER, words::ACCELERATOR].map(|head| Cell::text(head.get(lang))));
    let figures = [words::BOUGHT, words::GOVERNMENT_USE, words::OWN_USE];
    heads.extend(figures.map(|head| Cell::number(head.get(lang))));
    heads.extend(has_service.then(|| Cell::text(words::SERVICE.get(lang))));
    heads.push(Cell::text(words::SOURCE.get(lang)));

    let row = |purchase: &Purchase| {
        let provider = provider_name(snapshot, Some(&purchase.provider), lang);
        let rest = purchase.government_gpus.map(|gpus| purchase.bought_gpus.saturating_sub(gpus));
        let mut cells = Vec::new();
        if has_waves {
            let wave = purchase.wave.map_or_else(String::new, |wave| wave.to_string());
            cells.push(Cell::text(wave));
            let decided = purchase.decided.map(|date| format::date(date, lang));
            cells.push(Cell::text(decided.unwrap_or_default()));
        }
        cells.push(Cell::text(provider));
        cells.push(Cell::text(accelerator_name(snapshot, &purchase.accelerator, lang)));
        cells.push(Cell::number(format::integer(purchase.bought_gpus.into())));
        cells.push(gpus_or_unknown(purchase.government_gpus, lang));
        cells.push(gpus_or_unknown(rest, lang));
        if has_service {
            let service = purchase.service.as_ref().map(|it| lang.text(it).to_owned());
            let unknown = || words::NOT_PUBLISHED.get(lang).to_owned();
            cells.push(Cell::text(service.unwrap_or_else(unknown)));
        }
        cells.push(source_cell(snapshot, &purchase.citation, lang));
        cells
    };
    let before = if has_waves { 4 } else { 2 };
    Table {
        caption: words::PURCHASES_CAPTION.get(lang).to_owned(),
        foot: totals(purchases, before, heads.len(), lang),
        heads,
        rows: purchases.iter().map(row).collect(),
    }
}

/// The last row: sums below the three figures, which come after so many cells. What is not
/// published of a part is not summed up, but said.
fn totals(purchases: &[Purchase], before: usize, cells: usize, lang: Lang) -> Vec<Cell> {
    let bought = purchases.iter().map(|it| u64::from(it.bought_gpus)).sum::<u64>();
    let known = purchases.iter().filter_map(|it| it.government_gpus.map(u64::from));
    let (count, government) = (known.clone().count(), known.sum::<u64>());
    let is_whole = count == purchases.len();
    let part = |gpus: u64| {
        let mark = (!is_whole).then(|| words::AS_FAR_AS_PUBLISHED.get(lang));
        Cell::number(format::integer(gpus)).marked(mark)
    };
    let of_known: u64 = purchases
        .iter()
        .filter_map(|it| Some(u64::from(it.bought_gpus.saturating_sub(it.government_gpus?))))
        .sum();
    let mut foot = vec![Cell::text(words::TOTAL.get(lang))];
    foot.resize(before, Cell::default());
    foot.extend([Cell::number(format::integer(bought)), part(government), part(of_known)]);
    foot.resize(cells, Cell::default());
    foot
}

fn gpus_or_unknown(gpus: Option<u32>, lang: Lang) -> Cell {
    match gpus {
        Some(gpus) => Cell::number(format::integer(gpus.into())),
        None => Cell::number(words::NOT_PUBLISHED.get(lang)),
    }
}
