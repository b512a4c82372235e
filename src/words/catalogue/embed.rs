//! Words of the picture for the pages of others.

catalogue! {
    OPEN: "{site}에서 보기", "See it at {site}";
}
