//! A node map to look at closely: it can be enlarged and moved, and tells of every node.

use crate::page::components::table_alternative;
use crate::page::dom::{AnyView, Element, IntoView, html, svg};
use crate::page::state::{Shared, State};
use crate::picture::node_map::{
    self, Caption, Drawing, Frame, Label, NodeMap, NodeState, PITCH, Plan, Spot, Step, Told, Window,
};
use crate::session::PreparedScenario;
use crate::words::catalogue::{Entry, capacity as words};
use crate::words::{Lang, format};
use leptos::ev;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast as _;
use web_sys::{KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

/// What a node map shows.
pub struct Asked {
    /// The blocks and their holds.
    pub world: Shared<PreparedScenario>,
    /// The nodes.
    pub map: NodeMap,
    /// How wide it is on the screen, in pixels.
    pub width: u32,
}

/// A map with its plan.
struct Picture {
    world: Shared<PreparedScenario>,
    map: NodeMap,
    plan: Plan,
    captions: Vec<Caption>,
    width: u32,
}

impl Picture {
    fn new(asked: Asked, lang: Lang) -> Self {
        let Asked { world, map, width } = asked;
        let blocks = &world.0.scenario.snapshot.blocks;
        // Higher than wide on a phone, as everything there is.
        let height = if width < 600 { width * 2 } else { 620 };
        let captions = node_map::captions(&world.0.scenario, &map, lang);
        let leaves = map.blocks.iter().filter_map(|block| blocks.get(block.block));
        let leaves = leaves.map(|block| block.leaves.as_slice());
        let named = leaves.zip(captions.iter().map(Caption::longest));
        let plan = Plan::new(&named.collect::<Vec<_>>(), width, height);
        Self { world, map, plan, captions, width }
    }
}

/// The map, and what is done to it.
#[derive(Clone, Copy)]
struct Handle {
    picture: Memo<Option<Shared<Picture>>>,
    /// What is in sight.
    window: RwSignal<Window>,
    /// For which window the shapes were drawn.
    drawn: RwSignal<Window>,
    /// The node that is told.
    told: RwSignal<Option<Spot>>,
    /// Where each finger or the pressed mouse was last.
    pressed: StoredValue<Vec<(i32, i32, i32)>>,
}

/// A map of what `ask` gives; `id` names its parts.
pub fn node_map(
    id: &'static str,
    label: impl Fn() -> String + 'static,
    ask: impl Fn() -> Option<Asked> + Send + Sync + 'static,
    lang: Lang,
) -> Element {
    let whole = Window::new(Frame::default(), 1);
    let handle = Handle {
        picture: Memo::new(move |_| ask().map(|asked| Shared(Arc::new(Picture::new(asked, lang))))),
        window: RwSignal::new(whole),
        drawn: RwSignal::new(whole),
        told: RwSignal::new(None),
        pressed: StoredValue::new(Vec::new()),
    };
    let [about, keys] = ["about", "keys"].map(|part| format!("{id}-{part}"));
    let frame = html::div()
        .class("map-frame")
        .attr("role", "application")
        .attr("tabindex", "0")
        .attr("aria-label", move || Some(label()))
        .attr("aria-describedby", keys.as_str())
        .on(ev::keydown, move |event| handle.key(&event))
        .child(handle.drawing(lang));
    let head = html::div()
        .class("map-head")
        .child(move || handle.legend(lang))
        .child(handle.buttons(lang));
    let told = html::p()
        .class("small told")
        .id(about)
        .attr("role", "status")
        .child(move || handle.tell(lang));
    let hint = html::span().id(keys).class("unseen").child(words::MAP_KEYS.get(lang));
    let twin = table_alternative(move || {
        let picture = handle.picture.get()?.0;
        Some(node_map::table(&picture.world.0.scenario, &picture.map, lang))
    });
    html::div()
        .class("map")
        .id(id)
        .child(head)
        .child(frame)
        .child(told)
        .child(hint)
        .child(move || handle.counted(lang))
        .child(twin)
}

impl Handle {
    /// The window as it is on this picture.
    fn window(self, picture: &Picture, of: RwSignal<Window>) -> Window {
        of.get().of(picture.plan.size, picture.width)
    }

    fn set(self, window: Window) {
        self.window.set(window);
        let drawn = self.drawn.get_untracked();
        if drawn.region() != window.region() {
            self.drawn.set(window);
        }
    }

    /// Changes what is in sight.
    fn change(self, change: impl FnOnce(Window, &Plan) -> Window) {
        if let Some(picture) = self.picture.get_untracked() {
            let picture = picture.0;
            let window = self.window.get_untracked().of(picture.plan.size, picture.width);
            self.set(change(window, &picture.plan));
        }
    }

    fn step(self, step: Step) {
        self.change(|window, plan| {
            // Around the node that is told, where it is in sight.
            let told = self.told.get_untracked().and_then(|spot| plan.frame(spot));
            let told = told.filter(|frame| frame.meets(&window.frame));
            let point = told.map_or_else(|| window.middle(), |frame| (frame.x, frame.y));
            window.step(step, point)
        });
    }

    fn drawing(self, lang: Lang) -> Element {
        let view_box = move || {
            let picture = self.picture.get()?.0;
            let Frame { x, y, width, height } = self.window(&picture, self.window).frame;
            Some(format!("{x} {y} {width} {height}"))
        };
        let is_enlarged = move || {
            let picture = self.picture.get()?.0;
            let window = self.window(&picture, self.window);
            Some(if window.is_enlarged() { "map-drawing is-enlarged" } else { "map-drawing" })
        };
        let shapes = move || {
            let Some(picture) = self.picture.get() else { return AnyView::empty() };
            let Picture { map, plan, captions, .. } = &*picture.0;
            let window = self.window(&picture.0, self.drawn);
            shapes(&Drawing::new(map, plan, &window, captions, lang))
        };
        let cursor = move || {
            let frame = self.told.get().zip(self.picture.get());
            let frame = frame.and_then(|(spot, picture)| picture.0.plan.frame(spot));
            frame.map_or_else(AnyView::empty, |Frame { x, y, .. }| {
                let shape = format!("M{x} {y}h{PITCH}v{PITCH}h-{PITCH}z");
                svg::path().class("node-cursor").attr("d", shape).into_view()
            })
        };
        svg::svg()
            .attr("viewBox", view_box)
            .attr("class", is_enlarged)
            .attr("aria-hidden", "true")
            .on(ev::pointerdown, move |event| self.press(&event))
            .on(ev::pointermove, move |event| self.point(&event))
            .on(ev::pointerup, move |event| self.release(&event))
            .on(ev::pointercancel, move |event| self.release(&event))
            .on(ev::pointerleave, move |event| self.release(&event))
            .on(ev::dblclick, move |event| self.zoom_at(&event, Step::In))
            .on(ev::wheel, move |event| self.wheel(&event))
            .child(shapes)
            .child(cursor)
    }

    fn buttons(self, lang: Lang) -> Element {
        let button = |words: Entry, sign: &'static str, step: Step| {
            html::button()
                .attr("type", "button")
                .class("button square")
                .attr("aria-label", words.get(lang))
                .attr("title", words.get(lang))
                .on(ev::click, move |_| self.step(step))
                .child(sign)
        };
        html::div()
            .class("map-buttons no-print")
            .child(button(words::ENLARGE, "+", Step::In))
            .child(button(words::REDUCE, "−", Step::Out))
            .child(button(words::SHOW_ALL, "⤢", Step::Whole))
    }

    /// What the shapes mean and how many there are of each.
    fn legend(self, lang: Lang) -> AnyView {
        let Some(picture) = self.picture.get() else { return AnyView::empty() };
        let layer = picture.0.world.0.scenario.layer();
        let item = |(state, letter, words): (NodeState, &'static str, String)| {
            let shape = svg::path().class(state.class()).attr("d", node_map::symbol(state));
            let half = (PITCH / 2).to_string();
            let letter = svg::text()
                .class(state.class())
                .attr("x", half)
                .attr("y", "13")
                .attr("font-size", "9")
                .child(letter);
            let symbol = svg::svg()
                .attr("viewBox", format!("0 0 {PITCH} {PITCH}"))
                .attr("aria-hidden", "true")
                .child(shape)
                .child(letter);
            html::li().child(symbol).child(words)
        };
        let items = node_map::legend(&picture.0.map, layer, lang).into_iter().map(item);
        html::ul().class("legend").child(items.collect::<Vec<_>>()).into_view()
    }

    fn tell(self, lang: Lang) -> AnyView {
        let told = self.told.get().zip(self.picture.get()).and_then(|(spot, picture)| {
            let Picture { world, map, .. } = &*picture.0;
            Told::new(&world.0.scenario, map, spot, lang)
        });
        match told {
            Some(Told { name, about }) => {
                let name = html::strong().child(name);
                vec![name.into_view(), html::span().child(about).into_view()].into_view()
            }
            None => html::span().class("quiet").child(words::MAP_HINT.get(lang)).into_view(),
        }
    }

    /// How many nodes more are taken than the map can show, where there are any.
    fn counted(self, lang: Lang) -> AnyView {
        let counted = self.picture.get().map_or(0, |picture| picture.0.map.counted());
        if counted == 0 {
            return AnyView::empty();
        }
        let nodes = format::nodes(counted, lang);
        html::p()
            .class("small quiet")
            .child(words::COUNTED.fill(lang, &[("nodes", &nodes)]))
            .into_view()
    }

    /// The point of the plan where an event is.
    fn spot_of(self, event: &MouseEvent, window: &Window) -> (u32, u32) {
        let (x, y, width) = corner(event);
        window.point((event.client_x() - x, event.client_y() - y), width)
    }

    fn press(self, event: &PointerEvent) {
        let at = (event.pointer_id(), event.client_x(), event.client_y());
        self.pressed.update_value(|pressed| pressed.push(at));
        self.tell_at(event);
    }

    fn release(self, event: &PointerEvent) {
        self.pressed.update_value(|pressed| pressed.retain(|at| at.0 != event.pointer_id()));
    }

    /// A finger or the mouse moves: it moves the map, two of them enlarge it, else it points.
    fn point(self, event: &PointerEvent) {
        let before = self.pressed.get_value();
        let Some(own) = before.iter().find(|at| at.0 == event.pointer_id()) else {
            return self.tell_at(event);
        };
        let now = (event.pointer_id(), event.client_x(), event.client_y());
        self.pressed.update_value(|pressed| {
            pressed.iter_mut().filter(|at| at.0 == now.0).for_each(|at| *at = now);
        });
        let (_, _, width) = corner(event);
        if let Some(other) = before.iter().find(|at| at.0 != now.0) {
            let distance = |at: &(i32, i32, i32)| {
                let (x, y) = (at.1.abs_diff(other.1), at.2.abs_diff(other.2));
                (x.saturating_mul(x).saturating_add(y.saturating_mul(y))).isqrt().max(1)
            };
            self.change(|window, _| {
                let point = self.spot_of(event, &window);
                window.scaled(distance(own), distance(&now), point)
            });
        } else {
            self.change(|window, _| {
                let units = |pixels: i32| {
                    let units = i64::from(pixels) * i64::from(window.frame.width);
                    i32::try_from(units / i64::from(width.max(1))).unwrap_or(0)
                };
                window.moved(units(own.1 - now.1), units(own.2 - now.2))
            });
        }
    }

    fn tell_at(self, event: &MouseEvent) {
        let Some(picture) = self.picture.get_untracked() else { return };
        let Picture { plan, width, .. } = &*picture.0;
        let window = self.window.get_untracked().of(plan.size, *width);
        let (x, y) = self.spot_of(event, &window);
        let spot = plan.spot(x, y);
        if spot.is_some() && spot != self.told.get_untracked() {
            self.told.set(spot);
        }
    }

    fn zoom_at(self, event: &MouseEvent, step: Step) {
        self.change(|window, _| window.step(step, self.spot_of(event, &window)));
    }

    /// Two fingers on a touch pad, or the wheel with the control key; without it the page scrolls.
    fn wheel(self, event: &WheelEvent) {
        if !event.ctrl_key() {
            return;
        }
        event.prevent_default();
        self.zoom_at(event, if event.delta_y() < 0.0 { Step::In } else { Step::Out });
    }

    fn key(self, event: &KeyboardEvent) {
        match event.key().as_str() {
            "ArrowRight" => self.go((1, 0)),
            "ArrowLeft" => self.go((-1, 0)),
            "ArrowDown" => self.go((0, 1)),
            "ArrowUp" => self.go((0, -1)),
            "+" | "=" => self.step(Step::In),
            "-" => self.step(Step::Out),
            "0" => self.step(Step::Whole),
            _ => return,
        }
        event.prevent_default();
    }

    /// To the next node in a direction, or to the first one.
    fn go(self, direction: (i32, i32)) {
        let told = self.told.get_untracked();
        self.change(|window, plan| {
            let first = Spot { block: 0, node: 0 };
            let told = told.map_or(first, |told| plan.next(told, direction));
            self.told.set(Some(told));
            plan.frame(told).map_or(window, |frame| window.showing(frame))
        });
    }
}

/// Where a picture begins on the screen, and how wide it is there.
fn corner(event: &MouseEvent) -> (i32, i32, u32) {
    let target =
        event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.map_or((0, 0, 1), |target| {
        let rect = target.get_bounding_client_rect();
        // The casts saturate.
        (rect.left() as i32, rect.top() as i32, rect.width() as u32)
    })
}

fn shapes(drawing: &Drawing) -> AnyView {
    let path = |(state, shape)| svg::path().class(NodeState::class(state)).attr("d", shape);
    let mut parts: Vec<Element> = drawing
        .shapes()
        .into_iter()
        .map(|(state, shape)| path((state, shape.to_owned())))
        .collect();
    if !drawing.outlines.is_empty() {
        parts.push(svg::path().class("map-outline").attr("d", drawing.outlines.as_str()));
    }
    let label = |label: &Label| {
        svg::text()
            .class(label.class)
            .attr("x", label.x.to_string())
            .attr("y", label.y.to_string())
            .attr("font-size", label.size.to_string())
            .child(label.text.as_str())
    };
    parts.extend(drawing.labels.iter().map(label));
    parts.into_view()
}

/// The page's own mark: four leaves, one of them ours.
pub fn logo() -> Element {
    let leaf = |shape: &'static str| svg::path().attr("d", shape);
    let others = leaf("M1 1h6v6h-6zM9 9h6v6h-6zM1 9h6v6h-6z").attr("opacity", ".35");
    let ours = leaf("M9 1h6v6h-6z");
    svg::svg().attr("viewBox", "0 0 16 16").attr("aria-hidden", "true").child(others).child(ours)
}

/// How wide the pictures of a view are, in pixels.
pub fn picture_width(state: State, beside_form: bool) -> u32 {
    // The page is 76rem wide at most; on wide screens the form takes 23rem of it.
    let page = state.width.get().min(1_216);
    let form = if beside_form && state.width.get() >= 1_024 { 392 } else { 0 };
    page.saturating_sub(80 + form).max(240)
}
