//! What a reader does in each of the tabs.
use super::{
    super::{
        harness::{Page, Tab},
        round::{LIST, paste, wait_decided},
        submit::wait_stage,
    },
    capacity_file::day,
};
use serde_json::json;
use std::collections::BTreeMap;
use thirtyfour::Key;

/// The nodes of each draft that is to be there, by its number.
pub type Drafts = BTreeMap<u32, u32>;

/// What a tab is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    Capacity,
    /// The draft of this number is worked on.
    Draft(u32),
    /// A request from a link, which nobody has saved.
    Link,
    /// Applications are submitted.
    Apply,
    Size,
    /// The example of a round.
    Example,
    /// A list of one's own.
    List,
    /// Tables of one's own.
    Data,
}

/// A tab that is open all day.
pub struct OpenTab {
    pub tab: Tab,
    pub used_for: Use,
    /// What was typed last into its field.
    pub typed: String,
}

/// The address of a request for so many nodes.
pub fn request(nodes: u32) -> String {
    let from = day(20);
    format!("/?view=fit&acc=h200,b200&nodes={nodes}&term=1m&from={from}&place=any&class=industry")
}

impl Use {
    pub fn name(self) -> &'static str {
        match self {
            Self::Capacity => "capacity",
            Self::Draft(_) => "fit, a draft",
            Self::Link => "fit, a link",
            Self::Apply => "fit, applications",
            Self::Size => "size",
            Self::Example => "round, the example",
            Self::List => "round, a list",
            Self::Data => "data",
        }
    }

    /// Where it begins.
    pub fn address(self) -> String {
        match self {
            Self::Capacity => "/".to_owned(),
            Self::Draft(number) => request(number),
            Self::Link => request(7),
            Self::Apply => request(6),
            Self::Size => "/?view=size".to_owned(),
            Self::Example | Self::List => "/?view=round".to_owned(),
            Self::Data => "/?view=data".to_owned(),
        }
    }

    /// Whether its view lists the drafts.
    pub fn lists_drafts(self) -> bool {
        matches!(self, Self::Draft(_) | Self::Link | Self::Apply)
    }

    /// The field that its reader types into.
    pub fn field(self) -> Option<&'static str> {
        match self {
            Self::Capacity => Some("#at"),
            Self::Draft(_) | Self::Link | Self::Apply => Some("#nodes"),
            Self::Size => Some("#size-tokens"),
            Self::Example | Self::List | Self::Data => None,
        }
    }

    /// Brings what a reload takes away.
    pub async fn fill(self, page: &Page) {
        match self {
            Self::Example => page.click("#example-round").await,
            Self::List => paste(page, LIST).await,
            _ => return,
        }
        wait_decided(page).await;
    }
}

/// Types a number of nodes, and waits for the answer.
pub async fn type_nodes(page: &Page, nodes: u32) {
    page.type_into("#nodes", &nodes.to_string()).await;
    page.wait_text("#verdict", &format!("노드 {nodes}대")).await;
    page.element("#answer:not([aria-busy]) .verdict").await;
    page.wait_url(&format!("nodes={nodes}&")).await;
}

/// A number of nodes that is another one than in the round before, and in the other tabs.
pub fn other_nodes(round: u32, tab: usize) -> u32 {
    let tab = u32::try_from(tab).expect("few tabs");
    2 + (round * 7 + tab * 3) % 40
}

/// Works on a draft: another class, other nodes, and now and then back and forth again.
pub async fn work_on_draft(page: &Page, number: u32, nodes: u32, round: u32, drafts: &mut Drafts) {
    let before = drafts[&number];
    let class = if round.is_multiple_of(2) { "academia" } else { "industry" };
    // A choice in between, or all that was typed since the morning would be undone at once: windows
    // keep the focus in the field.
    page.script("document.querySelector('#class').focus()").await;
    page.set("#class", class).await;
    type_nodes(page, nodes).await;
    wait_saved(page, number, nodes).await;
    if round % 3 == 2 {
        page.click("#undo").await;
        wait_saved(page, number, before).await;
        page.click("#redo").await;
        wait_saved(page, number, nodes).await;
    }
    drafts.insert(number, nodes);
}

/// Puts away what newer files have changed in the answers of drafts, where there is something.
pub async fn see_changes(page: &Page) {
    page.script("document.querySelector('#changed-seen')?.click()").await;
}

/// Saves the request of a tab as a new draft, and gives its number.
pub async fn save_draft(page: &Page, nodes: u32, drafts: &mut Drafts) -> u32 {
    page.click("#save-draft").await;
    let number = drafts.keys().max().map_or(1, |last| last + 1);
    wait_saved(page, number, nodes).await;
    drafts.insert(number, nodes);
    number
}

async fn wait_saved(page: &Page, number: u32, nodes: u32) {
    page.wait_until(&format!(
        "({STORED}).some(([id, nodes]) => id === {number} && nodes === '{nodes}')"
    ))
    .await;
}

/// The stored drafts, by number and nodes.
const STORED: &str = "JSON.parse(localStorage.getItem('jari.drafts') ?? '{\"drafts\":[]}').drafts
    .map(({ id, query }) => [id, new URLSearchParams(query).get('nodes')])";

/// Waits until exactly these drafts are stored, as the tab that is looked at sees it.
pub async fn wait_stored(page: &Page, drafts: &Drafts) {
    let wanted: Vec<(u32, String)> =
        drafts.iter().map(|(number, nodes)| (*number, nodes.to_string())).collect();
    let wanted = json!(json!(wanted).to_string());
    let stored = format!("({STORED}).sort(([one], [other]) => one - other)");
    page.wait_until(&format!("JSON.stringify({stored}) === {wanted}")).await;
}

/// Waits until the list of the tab that is looked at has exactly these drafts.
pub async fn wait_listed(page: &Page, drafts: &Drafts) {
    let wanted = json!(drafts.iter().collect::<Vec<_>>());
    page.wait_until(&format!(
        "document.querySelectorAll('#drafts li').length === {} && {wanted}.every(([id, nodes]) =>
             document.getElementById(`draft-${{id}}`).textContent.includes(`노드 ${{nodes}}`))",
        drafts.len()
    ))
    .await;
}

/// Another date on the map.
pub async fn choose_day(page: &Page, round: u32) -> String {
    let date = day(i32::try_from(round % 60).expect("a small number") + 1);
    page.set("#at", &date).await;
    page.wait_url(&format!("at={date}")).await;
    page.wait_text("#map .legend", "비어 있음").await;
    date
}

/// Another amount of training.
pub async fn type_tokens(page: &Page, round: u32) -> String {
    let tokens = format!("{}T", round % 9 + 1);
    page.type_into("#size-tokens", &tokens).await;
    page.wait_url(&format!("tokens={tokens}")).await;
    page.element("article[data-accelerator=h200] .offer-facts dd").await;
    tokens
}

/// Goes to the other end of the list, and decides the round by another policy.
pub async fn work_on_round(page: &Page, round: u32) {
    let (key, amount) =
        if round.is_multiple_of(2) { (Key::End, "partial") } else { (Key::Home, "whole") };
    page.script("document.querySelector('#round-list').focus()").await;
    page.press(key).await;
    page.element("#round-list [role=option][aria-selected=true]").await;
    page.set("#policy-amount", amount).await;
    wait_decided(page).await;
    page.element("#round-chosen h3").await;
}

/// Puts away the table that was read last, and reads another one.
pub async fn read_table(page: &Page) {
    if page.count("#data-files li").await > 0 {
        page.click("#data-clear").await;
        page.wait_gone("#data-files li").await;
    }
    if page.count("#data-pasted").await == 0 {
        page.click("#data-input summary").await;
    }
    let table = "블록\t가속기\t노드\n한강\tH200\t8\n남산\tB200\t16\n";
    page.paste("#data-pasted", table).await;
    page.click("#data-read").await;
    page.wait_text("#data-summary", "규모로만 답합니다").await;
}

/// Presses the button that submits, once it can be, and waits how it goes.
pub async fn submit(page: &Page, outcome: &str) {
    page.element("#answer:not([aria-busy]) .verdict").await;
    page.element("#submit:not([aria-disabled])").await;
    page.click("#submit").await;
    wait_stage(page, outcome).await;
}
