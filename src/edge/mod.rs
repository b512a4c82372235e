//! Access to the browser: thin, and used by nothing but `page`.

pub mod address;
pub mod canvas;
pub mod clipboard;
pub mod clock;
pub mod fetch;
pub mod file_cache;
pub mod js;
pub mod notification;
pub mod open;
pub mod own_file;
pub mod panic;
pub mod random;
pub mod save;
pub mod screen;
pub mod storage;
pub mod style;
pub mod task;
pub mod window;
