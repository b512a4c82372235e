//! Several tabs in one browser, of which one at a time is looked at.
use super::{Browser, Options, Page, inspector::FIRST_PAGE};
use serde_json::json;
use thirtyfour::WindowHandle;

/// A tab of the browser.
pub struct Tab {
    window: WindowHandle,
    /// Its number at WebKit's inspector.
    page: u64,
}

impl Page {
    /// The name of the tab that is looked at.
    pub(super) fn tab(&self) -> String {
        self.tab.borrow().clone()
    }

    /// The tab that the browser has from the start, as long as it is the only one.
    pub fn first_tab(&self) -> Tab {
        Tab { window: self.tab().into(), page: FIRST_PAGE }
    }

    /// Opens another tab, and looks at it from now on. In WebKit it is a window: its driver cannot bring
    /// a tab before the others, and one that stays behind draws nothing.
    pub async fn open_tab(&self, options: &Options) -> Tab {
        let window = match self.kind {
            Browser::WebKit => self.browser.new_window().await.expect("a window"),
            Browser::Chromium | Browser::Firefox => self.session.open_tab().await,
        };
        let page = match &self.session.inspector {
            Some(inspector) => inspector.attach_next().await,
            None => FIRST_PAGE,
        };
        let tab = Tab { window, page };
        self.show(&tab).await;
        match self.kind {
            Browser::Chromium => self.prepare_tab(options).await,
            // What runs before each load does so in every tab.
            Browser::Firefox | Browser::WebKit => {
                self.set_view(options.width, options.height).await;
            }
        }
        tab
    }

    /// Looks at a tab as a reader does who clicks on it. All that follows is done there, and the others
    /// are in the background.
    pub async fn show(&self, tab: &Tab) {
        self.browser.switch_to_window(tab.window.clone()).await.expect("the tab is there");
        self.tab.replace(tab.window.to_string());
        match &self.session.inspector {
            Some(inspector) => inspector.show(tab.page),
            // The driver speaks to it, and leaves it behind the others.
            None if self.kind == Browser::Chromium => {
                self.devtools("Page.bringToFront", json!({})).await;
            }
            None => {}
        }
    }
}
