//! State of a node map: its content, the part in sight and the described node.

use crate::page::context::use_lang;
use crate::page::reactive::memo;
use crate::page::shared::Shared;
use crate::picture::finger::Finger;
use crate::picture::node_map::{
    Caption, MapLayout, MapWindow, NodeMap, Rect, Spot, WindowStep, captions,
};
use crate::session::PreparedScenario;
use leptos::prelude::*;

/// Content of a node map.
pub struct NodeMapContent {
    /// Blocks and their holds.
    pub scenario: Shared<PreparedScenario>,
    /// Nodes of the map.
    pub map: NodeMap,
    /// Width on the screen, in pixels.
    pub width: u32,
}

/// Node map with its layout.
pub struct DrawnMap {
    pub scenario: Shared<PreparedScenario>,
    pub map: NodeMap,
    pub plan: MapLayout,
    pub captions: Vec<Caption>,
    pub width: u32,
}

impl DrawnMap {
    fn new(asked: NodeMapContent, captions: Vec<Caption>) -> Self {
        let NodeMapContent { scenario, map, width } = asked;
        let blocks = &scenario.0.scenario.snapshot.blocks;
        // Higher than wide on a phone, as everything there is.
        let height = if width < 600 { (width * 2).max(600) } else { 620 };
        let leaves = map.blocks.iter().filter_map(|block| blocks.get(block.block_index));
        let leaves = leaves.map(|block| block.leaves.as_slice());
        let named = leaves.zip(captions.iter().map(Caption::longest));
        let plan = MapLayout::new(&named.collect::<Vec<_>>(), width, height);
        Self { scenario, map, plan, captions, width }
    }
}

/// Signals of a node map, and what can be done to it.
#[derive(Clone, Copy)]
pub struct Handle {
    /// Content with its layout; `None` while there is nothing to show.
    pub picture: Memo<Option<Shared<DrawnMap>>>,
    /// Part in sight.
    pub window: RwSignal<MapWindow>,
    /// Window for which the shapes were drawn.
    pub drawn: RwSignal<MapWindow>,
    /// Node that is described in words.
    pub described: RwSignal<Option<Spot>>,
    /// Id and last position, in pixels, of each finger or of the pressed mouse.
    pub pointers: StoredValue<Vec<(i32, i32, i32)>>,
    /// Gesture in progress; `None` for a mouse alone.
    pub finger: StoredValue<Option<Finger>>,
    /// Part in sight before anything was pressed.
    pub before: StoredValue<MapWindow>,
}

impl Handle {
    /// Creates a map of what `ask` returns, all of it in sight.
    pub fn new(ask: impl Fn() -> Option<NodeMapContent> + Send + Sync + 'static) -> Self {
        let lang = use_lang();
        let picture = move || {
            let asked = ask()?;
            let captions = captions(&asked.scenario.0.scenario, &asked.map, lang.get());
            Some(Shared::new(DrawnMap::new(asked, captions)))
        };
        let whole = MapWindow::new(Rect::default(), 1);
        Self {
            picture: memo(move |_| picture()),
            window: RwSignal::new(whole),
            drawn: RwSignal::new(whole),
            described: RwSignal::new(None),
            pointers: StoredValue::new(Vec::new()),
            finger: StoredValue::new(None),
            before: StoredValue::new(whole),
        }
    }

    /// Changes the part in sight.
    pub fn change(self, change: impl FnOnce(MapWindow, &MapLayout) -> MapWindow) {
        if let Some(picture) = self.picture.get_untracked() {
            let picture = picture.0;
            let window = self.window.get_untracked().fitted_to(picture.plan.size, picture.width);
            self.set(change(window, &picture.plan));
        }
    }

    /// Sets the part in sight to `window`.
    pub fn set(self, window: MapWindow) {
        self.window.set(window);
        let drawn = self.drawn.get_untracked();
        // Moving within a region changes only the view box: the shapes need not be drawn again.
        if drawn.region() != window.region() {
            self.drawn.set(window);
        }
    }

    /// Enlarges or reduces the map, around the described node if that is in sight, else around the
    /// middle.
    pub fn step(self, step: WindowStep) {
        self.change(|window, plan| {
            let described = self.described.get_untracked().and_then(|spot| plan.frame(spot));
            let described = described.filter(|frame| frame.meets(&window.frame));
            let point = described.map_or_else(|| window.middle(), |frame| (frame.x, frame.y));
            window.step(step, point)
        });
    }

    /// Describes the next node in `direction`, or the first one if none is described, and brings it
    /// into sight.
    pub fn go(self, direction: (i32, i32)) {
        let described = self.described.get_untracked();
        self.change(|window, plan| {
            let first = Spot { shown_index: 0, node_index: 0 };
            let described = described.map_or(first, |described| plan.next(described, direction));
            self.described.set(Some(described));
            plan.frame(described).map_or(window, |frame| window.showing(frame))
        });
    }
}
