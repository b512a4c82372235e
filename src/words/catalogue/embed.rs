//! Words of the picture that other pages can embed.

catalogue! {
    OPEN: "{site}에서 보기", "See it at {site}";
}
