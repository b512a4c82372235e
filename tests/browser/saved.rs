//! What is saved as a file: tables, calendars, files for those who run the nodes, pictures.
use super::{
    fit::{ask, wait_verdict},
    harness::{Options, Page, with_page},
};
use icalendar::{Calendar, CalendarComponent, Component as _};
use serde_json::Value;

const BUSY: &str = "scenario=busy-year&acc=h200&nodes=8&from=2027-03-15&call=25-1";

/// Keeps what the browser is asked to save, and saves nothing.
const RECORD: &str = "globalThis.saved = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => { globalThis.blob = blob; return make(blob); };
    HTMLAnchorElement.prototype.click = function () {
      const { blob } = globalThis;
      blob.arrayBuffer().then((bytes) => globalThis.saved.push({
        name: this.download,
        type: blob.type,
        text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
        head: [...new Uint8Array(bytes.slice(0, 24))],
      }));
    };";

/// A file that was saved.
struct Saved {
    name: String,
    media_type: String,
    text: String,
    head: Vec<u8>,
}

/// What a click on a button saves.
async fn saved(page: &Page, button: &str) -> Saved {
    page.script("globalThis.saved = [];").await;
    // Nothing that stays in sight lies over the middle.
    let middle =
        format!("document.querySelector('{button}').scrollIntoView({{ block: 'center' }})");
    page.script(&middle).await;
    page.click(button).await;
    page.wait_until("globalThis.saved.length === 1").await;
    let saved = page.evaluate("globalThis.saved[0]").await;
    let text = |key: &str| saved[key].as_str().expect("a text").to_owned();
    let head = saved["head"].as_array().expect("bytes").iter();
    let head = head.map(|byte| byte.as_u64().and_then(|byte| u8::try_from(byte).ok()));
    Saved {
        name: text("name"),
        media_type: text("type"),
        text: text("text"),
        head: head.map(|byte| byte.expect("a byte")).collect(),
    }
}

fn events(text: &str) -> Vec<icalendar::Event> {
    let calendar: Calendar = text.parse().expect("a calendar");
    let event = |part: CalendarComponent| part.as_event().cloned().expect("an event");
    calendar.components.into_iter().map(event).collect()
}

#[test]
fn an_offer_is_saved_as_an_entry_of_a_calendar() {
    with_page(&ask(BUSY), Options::default(), async |page| {
        page.wait_text("#offer", "들어갈 만한 자리").await;
        page.script(RECORD).await;
        let file = saved(page, "#save-ics").await;
        assert_eq!(
            (&*file.name, &*file.media_type),
            ("jari-offer.ics", "text/calendar;charset=utf-8")
        );
        page.wait_text("#kept", "내려받았습니다").await;
        let [event] = &events(&file.text)[..] else { panic!("{}", file.text) };
        let summary = event.get_summary().expect("a summary");
        assert!(summary.contains("노드 8대(GPU 64장)"), "{summary}");
        for (name, part) in
            [("DTSTART", "T150000Z"), ("DTEND", "T150000Z"), ("STATUS", "TENTATIVE")]
        {
            let value = event.property_value(name).expect(name);
            assert!(value.contains(part), "{name}: {value}");
        }
        let told = event.get_description().expect("a description");
        let offer = page.text("#offer .facts, #offer .offer-facts").await;
        let block = offer.lines().nth(1).expect("the block").to_owned();
        for part in ["배정 약속이 아닙니다", "?view=fit", &block] {
            assert!(told.contains(part), "{part} in {told}");
        }
        assert!(event.get_url().expect("a link").contains("view=fit"));
    });
}

#[test]
fn an_offer_is_saved_for_those_who_run_the_nodes() {
    with_page(&ask(BUSY), Options::default(), async |page| {
        page.wait_text("#offer", "들어갈 만한 자리").await;
        page.script(RECORD).await;
        page.click(".handover summary").await;
        for (kind, name, part) in [
            ("pytorchjob", "jari-pytorchjob.yaml", "kind: PyTorchJob"),
            ("torchrun", "jari-torchrun.sh", "GPUS_PER_NODE=8"),
            ("sbatch", "jari-job.sbatch", "#SBATCH --nodes=8"),
            ("reservation", "jari-reservation.sh", "scontrol create reservation"),
            ("kueue", "jari-kueue.yaml", "nominalQuota: 64"),
        ] {
            let file = saved(page, &format!("#save-{kind}")).await;
            assert_eq!(file.name, name);
            for part in [part, "<<FILL: ", "배정 약속이 아닙니다", "?view=fit"] {
                assert!(file.text.contains(part), "{part} in {}", file.text);
            }
            if name.ends_with(".yaml") {
                for document in file.text.split("\n---\n") {
                    let read: Value = serde_saphyr::from_str(document).expect("YAML");
                    assert!(read["metadata"]["name"].is_string(), "{document}");
                }
            }
        }
    });
}

#[test]
fn a_request_without_an_offer_has_nothing_to_save() {
    with_page(&ask("scenario=busy-year&nodes=600"), Options::default(), async |page| {
        wait_verdict(page, "no").await;
        page.wait_until("document.querySelector('#save-ics').disabled").await;
        page.click(".handover summary").await;
        page.wait_until("document.querySelector('#save-kueue').disabled").await;
    });
}

#[test]
fn tables_and_dates_of_calls_are_saved() {
    with_page("/?lang=en", Options::default(), async |page| {
        page.element("#sizes .save-csv").await;
        page.script(RECORD).await;
        let file = saved(page, "#sizes .save-csv").await;
        assert_eq!((&*file.name, &*file.media_type), ("jari-table.csv", "text/csv;charset=utf-8"));
        let text = file.text.strip_prefix('\u{feff}').expect("a mark");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let heads = reader.headers().expect("headings").clone();
        let place = |name: &str| heads.iter().position(|head| head == name).expect(name);
        let (nodes, gpus) = (place("Nodes"), place("GPUs"));
        let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
        let sum = |column: usize| {
            rows.iter().map(|row| row[column].parse::<u32>().expect("a number")).sum::<u32>()
        };
        assert_eq!((rows.len(), sum(nodes), sum(gpus)), (5, 1_307, 10_456));
        page.wait_text("#sizes [role=status]", "Downloaded").await;

        let file = saved(page, "#save-calls").await;
        let events = events(&file.text);
        assert_eq!((&*file.name, events.len()), ("jari-calls.ics", 12));
        let stamp = events[0].property_value("DTSTAMP").expect("a stamp");
        assert!(stamp.ends_with('Z') && stamp.len() == 16, "{stamp}");
    });
}

/// What stands in the file of a picture.
fn texts_of(svg: &str) -> String {
    let xml = roxmltree::Document::parse(svg).expect("XML");
    let texts = xml.descendants().filter(|node| node.has_tag_name("text"));
    texts.filter_map(|node| node.text()).collect::<Vec<_>>().join("\n")
}

/// Saves a picture both ways, and holds the files to what they have to be.
async fn check_picture(page: &Page, picture: &str, parts: &[&str]) {
    page.element(&format!("{picture} .save-svg")).await;
    page.script(RECORD).await;
    let file = saved(page, &format!("{picture} .save-svg")).await;
    assert!(file.name.starts_with("jari-") && file.name.ends_with(".svg"), "{}", file.name);
    let tree = usvg::Tree::from_str(&file.text, &usvg::Options::default());
    let size = tree.unwrap_or_else(|error| panic!("{picture}: {error}\n{}", file.text)).size();
    let texts = texts_of(&file.text);
    let joined: String = texts.split_whitespace().collect();
    for part in parts.iter().chain(&["2026년 10월 11일에 확인한", "lang=ko"]) {
        let part: String = part.split_whitespace().collect();
        assert!(joined.contains(&part), "{picture}: {part} in {texts}");
    }
    assert!(file.text.matches("<path").count() > 2, "{picture}: {}", file.text);
    // It needs no style sheet, runs nothing, and loads nothing.
    let xml = roxmltree::Document::parse(&file.text).expect("XML");
    for attribute in xml.descendants().flat_map(|node| node.attributes()) {
        let (name, value) = (attribute.name(), attribute.value());
        assert!(!["class", "style", "href"].contains(&name), "{picture}: {name}={value}");
        assert!(!value.contains("NaN") && !value.contains("var("), "{picture}: {name}={value}");
    }
    assert!(!file.text.contains("<script"), "{picture}");

    let png = saved(page, &format!("{picture} .save-png")).await;
    assert_eq!(
        (&png.head[..8], &*png.media_type),
        (&b"\x89PNG\r\n\x1a\n"[..], "image/png"),
        "{picture}"
    );
    let number =
        |at: usize| u32::from_be_bytes(png.head[at..at + 4].try_into().expect("four bytes"));
    let (width, height) = (f64::from(number(16)), f64::from(number(20)));
    let wanted = (f64::from(size.width()) * 2.0, f64::from(size.height()) * 2.0);
    assert!(
        (width - wanted.0).abs() < 4.0 && (height - wanted.1).abs() < 4.0,
        "{picture}: {width} {height} {wanted:?}"
    );
}

#[test]
fn pictures_of_capacity_are_saved_with_source_date_and_link() {
    with_page("/?lang=ko&at=2026-12-01", Options::default(), async |page| {
        page.element("#programme .save-svg").await;
        check_picture(page, "#programme", &["사업 일정", "25-1차 사용자 모집", "확보 결정"]).await;
        check_picture(page, "#free-time", &["네이버클라우드 H200 블록 A", "255"]).await;
        check_picture(page, "#lanes", &["리프", "공개된 사실로 본 점유"]).await;
        // Scrolled to the top, it lies below the contents, which stay in sight.
        page.script("document.querySelector('#map summary').click()").await;
        check_picture(page, "#map", &["노드 지도", "네이버클라우드 H200 블록 A"]).await;
        check_picture(page, "#calls .picture", &["1,714", "대학"]).await;
    });
}

#[test]
fn pictures_of_an_answer_are_saved() {
    with_page(&ask(&format!("{BUSY}&lang=ko")), Options::default(), async |page| {
        page.wait_text("#offer", "들어갈 만한 자리").await;
        check_picture(page, "#fit-map", &["자리 지도"]).await;
        page.click("#offer-map summary").await;
        check_picture(page, "#offer-map", &["노드 지도"]).await;
    });
}

#[test]
fn a_picture_by_night_has_the_colours_of_the_night() {
    with_page("/?lang=ko", Options::default(), async |page| {
        page.element("#programme .save-svg").await;
        page.script(RECORD).await;
        page.set_media("", "dark").await;
        let file = saved(page, "#programme .save-svg").await;
        // The ground is that of a card by night.
        assert!(file.text.contains("z\" fill=\"#1e2124\"/>"), "{}", file.text);
    });
}
