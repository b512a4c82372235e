//! Fingers.
use super::{Browser, Page};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::sleep;

/// How many steps a finger takes from one point to the next.
const STEPS: i32 = 8;

impl Page {
    /// Puts a finger on the middle of an element, which is brought to the middle of the view, moves it
    /// by each of these, and lifts it.
    pub async fn swipe(&self, css: &str, by: &[(i32, i32)]) {
        self.element(css).await;
        let middle = self
            .script(&format!(
                "const part = document.querySelector({});
                 part.scrollIntoView({{ block: 'center' }});
                 await new Promise((next) => requestAnimationFrame(() => setTimeout(next, 50)));
                 const {{ x, y, width, height }} = part.getBoundingClientRect();
                 return [Math.round(x + width / 2), Math.round(y + height / 2)]",
                json!(css)
            ))
            .await;
        self.touch(serde_json::from_value(middle).expect("a point"), by).await;
    }

    /// The same on a point of the view. In Chromium all of the browser takes part: it scrolls, and ends
    /// the pointer then. Firefox's driver sends the page its events alone.
    pub async fn touch(&self, (mut x, mut y): (i32, i32), by: &[(i32, i32)]) {
        let mut way = vec![(x, y)];
        for (right, down) in by {
            way.extend((1..=STEPS).map(|step| (x + right * step / STEPS, y + down * step / STEPS)));
            (x, y) = (x + right, y + down);
        }
        match self.kind {
            Browser::Chromium => self.touch_chromium(&way).await,
            Browser::Firefox => self.touch_firefox(&way).await,
            Browser::WebKit => panic!("there are no fingers in WebKit's driver"),
        }
        // What is still on its way to the page has come by then.
        sleep(Duration::from_millis(100)).await;
    }

    async fn touch_chromium(&self, way: &[(i32, i32)]) {
        self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await;
        let touch = async |kind: &str, points: Value| {
            let event = json!({ "type": kind, "touchPoints": points });
            self.devtools("Input.dispatchTouchEvent", event).await;
            sleep(Duration::from_millis(16)).await;
        };
        for (step, (x, y)) in way.iter().enumerate() {
            let kind = if step == 0 { "touchStart" } else { "touchMove" };
            touch(kind, json!([{ "x": x, "y": y }])).await;
        }
        // One that rests before it is lifted throws nothing.
        sleep(Duration::from_millis(if way.len() > 1 { 120 } else { 0 })).await;
        touch("touchEnd", json!([])).await;
    }

    async fn touch_firefox(&self, way: &[(i32, i32)]) {
        let bidi = self.session.firefox().expect("Firefox is asked by BiDi");
        let mut actions: Vec<Value> = way
            .iter()
            .map(|(x, y)| json!({ "type": "pointerMove", "x": x, "y": y, "duration": 16 }))
            .collect();
        actions.insert(1, json!({ "type": "pointerDown", "button": 0 }));
        actions.push(json!({ "type": "pointerUp", "button": 0 }));
        let finger = json!({ "type": "pointer", "id": "finger", "actions": actions,
            "parameters": { "pointerType": "touch" } });
        let params = json!({ "context": self.tab(), "actions": [finger] });
        bidi.send("input.performActions", params).await;
    }
}
