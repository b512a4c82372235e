//! Removal of exports to JavaScript that no script calls.
//!
//! An export is a root: the linker keeps it with all that it reaches, and the splitter puts that
//! into the first load. wasm-bindgen exports every method of a class, even if the program never
//! creates such an object.
use std::{error::Error, fmt, ops::Range};
use wasm_encoder::{ExportSection, Module, RawSection};
use wasmparser::{BinaryReaderError, ExportSectionReader, Parser, Payload};

/// Classes that Leptos includes through `server_fn` (crate `wasm-streams`): they pass the stream of
/// a server function to the browser, and this page has no server.
pub const CLASSES: [&str; 3] =
    ["intounderlyingbytesource", "intounderlyingsink", "intounderlyingsource"];

/// Reason why exports cannot be removed.
#[derive(Debug)]
pub enum UnusedError {
    /// The program is not WebAssembly that this module can read.
    Unread(BinaryReaderError),
    /// The program does not export this class, so that the entry is obsolete.
    Missing(&'static str),
    /// The program passes objects of this class to scripts.
    Made {
        /// Name of the class.
        class: &'static str,
        /// Name of the import that belongs to the class.
        import: String,
    },
}

impl fmt::Display for UnusedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unread(error) => write!(f, "cannot read the program: {error}"),
            Self::Missing(class) => {
                write!(f, "the program exports no class {class} that could be left out")
            }
            Self::Made { class, import } => {
                write!(f, "the class {class} is in use: the program imports {import}")
            }
        }
    }
}

impl Error for UnusedError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Unread(error) => Some(error),
            Self::Missing(_) | Self::Made { .. } => None,
        }
    }
}

impl From<BinaryReaderError> for UnusedError {
    fn from(error: BinaryReaderError) -> Self {
        Self::Unread(error)
    }
}

/// Returns the program, as the compiler emitted it, without the exports of `classes`.
///
/// All other sections stay unchanged byte for byte, because the splitter works with relocations,
/// whose offsets count within a section.
///
/// # Errors
/// Fails if the program does not export one of the classes, or can create an object of one.
pub fn leave_out(program: &[u8], classes: &[&'static str]) -> Result<Vec<u8>, UnusedError> {
    let mut module = Module::new();
    let mut missing = classes.to_vec();
    for payload in Parser::new(0).parse_all(program) {
        let payload = payload?;
        if let Payload::ExportSection(exports) = payload {
            module.section(&kept(exports, classes, &mut missing)?);
            continue;
        }
        if let Payload::ImportSection(imports) = &payload {
            for import in imports.clone().into_imports() {
                let import = import?.name;
                if let Some(class) = class_of(import, classes) {
                    return Err(UnusedError::Made { class, import: import.to_owned() });
                }
            }
        }
        if let Some((id, range)) = payload.as_section() {
            module.section(&RawSection { id, data: bytes(program, range) });
        }
    }
    match missing.first() {
        Some(class) => Err(UnusedError::Missing(class)),
        None => Ok(module.finish()),
    }
}

/// Returns the bytes of a range of the program.
fn bytes(program: &[u8], range: Range<u64>) -> &[u8] {
    let offset = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
    program.get(offset(range.start)..offset(range.end)).unwrap_or_default()
}

/// Returns the exports that belong to none of `classes`, and removes from `missing` each class that
/// was found.
fn kept(
    exports: ExportSectionReader<'_>,
    classes: &[&'static str],
    missing: &mut Vec<&'static str>,
) -> Result<ExportSection, BinaryReaderError> {
    let mut kept = ExportSection::new();
    for export in exports {
        let export = export?;
        match class_of(export.name, classes) {
            Some(class) => missing.retain(|other| *other != class),
            None => drop(kept.export(export.name, export.kind.into(), export.index)),
        }
    }
    Ok(kept)
}

/// Returns the class that a wasm-bindgen name belongs to: `CLASS_METHOD_HASH`,
/// `__wbg_CLASS_free_HASH`, or the description of one of them.
fn class_of(name: &str, classes: &[&'static str]) -> Option<&'static str> {
    let name = name.strip_prefix("__wbindgen_describe_").unwrap_or(name);
    let name = name.strip_prefix("__wbg_").unwrap_or(name);
    let is_of = |class: &str| name.strip_prefix(class).is_some_and(|rest| rest.starts_with('_'));
    classes.iter().copied().find(|class| is_of(class))
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, CustomSection, EntityType, ExportKind, Function, FunctionSection,
        ImportSection, TypeSection,
    };

    const SINK: [&str; 1] = ["sink"];

    /// Builds a program that imports one function and exports one of its own under several names.
    fn program(import: &str, exports: &[&str]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./page.js", import, EntityType::Function(0));
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut section = ExportSection::new();
        for name in exports {
            section.export(name, ExportKind::Func, 1);
        }
        let mut body = Function::new([]);
        // A relocatable number is padded to five bytes; encoding it anew would shorten it.
        body.raw([0x10, 0x80, 0x80, 0x80, 0x80, 0x00, 0x0b]);
        let mut code = CodeSection::new();
        code.function(&body);
        let custom = CustomSection { name: "reloc.CODE".into(), data: (&[1, 2, 3]).into() };
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions);
        module.section(&section).section(&code).section(&custom);
        let bytes = module.finish();
        wasmparser::validate(&bytes).unwrap();
        bytes
    }

    #[test]
    fn exports_of_a_class_are_left_out_and_all_else_stays_byte_for_byte() {
        let of_class = ["sink_write_5f", "__wbg_sink_free_5f", "__wbindgen_describe_sink_write_5f"];
        let others = ["main", "__wbg_sinker_free_5f", "kitchen_sink_5f", "sinks"];
        let all = [&others[..2], &of_class, &others[2..]].concat();
        let left = leave_out(&program("log", &all), &SINK).unwrap();
        assert_eq!(left, program("log", &others));
    }

    #[test]
    fn a_class_that_is_exported_no_more_is_named() {
        let left = leave_out(&program("log", &["sink_write_5f"]), &["sink", "source"]);
        let told = left.unwrap_err().to_string();
        assert_eq!(told, "the program exports no class source that could be left out");
    }

    #[test]
    fn a_class_that_the_program_makes_objects_of_stays_in_use() {
        let left = leave_out(&program("__wbg_sink_new_5f", &["sink_write_5f"]), &SINK);
        let told = left.unwrap_err().to_string();
        assert_eq!(told, "the class sink is in use: the program imports __wbg_sink_new_5f");
    }

    #[test]
    fn what_is_no_program_is_refused() {
        let told = leave_out(b"\0asm", &SINK).unwrap_err().to_string();
        assert!(told.starts_with("cannot read the program: "), "{told}");
    }
}
