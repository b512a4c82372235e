//! Joins chunks of a program into one chunk.
//!
//! A chunk imports the memory, the tables and the globals of the program, each by its name. It
//! contributes functions, their entries in the function table, and data segments at fixed offsets
//! in memory.
//!
//! The sections are concatenated, and every index of a chunk is shifted by the number of items
//! already added; imports with the same name are merged. Cost: O(size of all chunks).
use std::{convert::Infallible, error::Error, fmt};
use wasm_encoder::{
    CodeSection, DataCountSection, DataSection, ElementSection, FunctionSection, ImportSection,
    Module, NameMap, NameSection, TypeSection,
    reencode::{self, Reencode},
};
use wasmparser::{
    BinaryReaderError, Import, KnownCustom, Name, NameSectionReader, Parser, Payload, TypeRef,
};

/// Reason why chunks cannot be joined.
#[derive(Debug)]
pub enum JoinError {
    /// A chunk is not WebAssembly that this module can read.
    Unread(reencode::Error),
    /// A chunk contains an item that cannot be shared with others.
    Unshared(String),
}

impl fmt::Display for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unread(error) => write!(f, "cannot read a chunk: {error}"),
            Self::Unshared(what) => write!(f, "cannot join a chunk that brings {what}"),
        }
    }
}

impl Error for JoinError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Unread(error) => Some(error),
            Self::Unshared(_) => None,
        }
    }
}

impl From<reencode::Error> for JoinError {
    fn from(error: reencode::Error) -> Self {
        Self::Unread(error)
    }
}

impl From<BinaryReaderError> for JoinError {
    fn from(error: BinaryReaderError) -> Self {
        Self::Unread(error.into())
    }
}

/// Joins several chunks into one, which is loaded like each of them was.
///
/// # Errors
/// Fails if a chunk contains anything that the splitter does not emit, or if the result is not
/// valid.
pub fn join(chunks: &[Vec<u8>]) -> Result<Vec<u8>, JoinError> {
    let mut joined = Joined::default();
    for chunk in chunks {
        joined.add(chunk)?;
    }
    let bytes = joined.finish()?;
    wasmparser::validate(&bytes)?;
    Ok(bytes)
}

/// Concatenated sections of several chunks.
#[derive(Default)]
struct Joined<'a> {
    types: TypeSection,
    tables: Vec<Import<'a>>,
    memories: Vec<Import<'a>>,
    globals: Vec<Import<'a>>,
    functions: FunctionSection,
    elements: ElementSection,
    code: CodeSection,
    data: DataSection,
    has_data_count: bool,
    names: NameMap,
}

impl<'a> Joined<'a> {
    /// Appends a chunk.
    fn add(&mut self, chunk: &'a [u8]) -> Result<(), JoinError> {
        let mut new_indices = NewIndices {
            types: self.types.len(),
            functions: self.functions.len(),
            elements: self.elements.len(),
            data: self.data.len(),
            ..NewIndices::default()
        };
        for payload in Parser::new(0).parse_all(chunk) {
            match payload? {
                Payload::TypeSection(types) => {
                    new_indices.parse_type_section(&mut self.types, types)?;
                }
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        self.import(import?, &mut new_indices)?;
                    }
                }
                Payload::FunctionSection(functions) => {
                    new_indices.parse_function_section(&mut self.functions, functions)?;
                }
                Payload::ElementSection(elements) => {
                    new_indices.parse_element_section(&mut self.elements, elements)?;
                }
                Payload::CodeSectionEntry(body) => {
                    new_indices.parse_function_body(&mut self.code, body)?;
                }
                Payload::DataSection(data) => {
                    new_indices.parse_data_section(&mut self.data, data)?;
                }
                Payload::DataCountSection { .. } => self.has_data_count = true,
                Payload::CustomSection(custom) => {
                    // Other custom sections name the tools that made the chunk, or features that
                    // the optimiser gets as options anyway.
                    if let KnownCustom::Name(names) = custom.as_known() {
                        self.name(names, new_indices.functions)?;
                    }
                }
                Payload::Version { .. } | Payload::CodeSectionStart { .. } | Payload::End(_) => {}
                // The splitter writes an empty export section.
                Payload::ExportSection(exports) if exports.count() == 0 => {}
                other => return Err(JoinError::Unshared(format!("{other:?}"))),
            }
        }
        Ok(())
    }

    /// Assigns an index to an import, reusing the index of an equal import of an earlier chunk.
    fn import(
        &mut self,
        import: Import<'a>,
        new_indices: &mut NewIndices,
    ) -> Result<(), JoinError> {
        let (imports, indices) = match import.ty {
            TypeRef::Table(_) => (&mut self.tables, &mut new_indices.tables),
            TypeRef::Memory(_) => (&mut self.memories, &mut new_indices.memories),
            TypeRef::Global(_) => (&mut self.globals, &mut new_indices.globals),
            TypeRef::Func(_) | TypeRef::FuncExact(_) | TypeRef::Tag(_) => {
                return Err(JoinError::Unshared(format!("{import:?}")));
            }
        };
        let named = |other: &Import<'_>| (other.module, other.name) == (import.module, import.name);
        let index = imports.iter().position(named).unwrap_or(imports.len());
        match imports.get(index) {
            None => imports.push(import),
            Some(same) if *same == import => {}
            Some(_) => return Err(JoinError::Unshared(format!("another type: {import:?}"))),
        }
        indices.push(u32::try_from(index).unwrap_or(u32::MAX));
        Ok(())
    }

    /// Adds the function names, by which the optimiser sorts functions.
    fn name(&mut self, names: NameSectionReader<'a>, before: u32) -> Result<(), JoinError> {
        for part in names {
            if let Name::Function(functions) = part? {
                for naming in functions {
                    let naming = naming?;
                    self.names.append(before + naming.index, naming.name);
                }
            }
        }
        Ok(())
    }

    /// Encodes the joined chunk.
    fn finish(&self) -> Result<Vec<u8>, JoinError> {
        let mut imports = ImportSection::new();
        let mut into = NewIndices::default();
        // In any order of the kinds, as each kind has indices of its own.
        for import in [&self.memories, &self.tables, &self.globals].into_iter().flatten() {
            into.parse_import(&mut imports, *import)?;
        }
        // The format requires this order of sections.
        let mut module = Module::new();
        module.section(&self.types).section(&imports).section(&self.functions);
        module.section(&self.elements);
        if self.has_data_count {
            module.section(&DataCountSection { count: self.data.len() });
        }
        module.section(&self.code).section(&self.data);
        let mut names = NameSection::new();
        names.functions(&self.names);
        module.section(&names);
        Ok(module.finish())
    }
}

/// Offsets of a chunk's own indices in the joined chunk, and the new indices of its imports.
#[derive(Default)]
struct NewIndices {
    types: u32,
    functions: u32,
    elements: u32,
    data: u32,
    tables: Vec<u32>,
    memories: Vec<u32>,
    globals: Vec<u32>,
}

impl Reencode for NewIndices {
    type Error = Infallible;

    fn type_index(&mut self, index: u32) -> Result<u32, reencode::Error> {
        Ok(self.types + index)
    }

    fn function_index(&mut self, index: u32) -> Result<u32, reencode::Error> {
        Ok(self.functions + index)
    }

    fn element_index(&mut self, index: u32) -> Result<u32, reencode::Error> {
        Ok(self.elements + index)
    }

    fn data_index(&mut self, index: u32) -> Result<u32, reencode::Error> {
        Ok(self.data + index)
    }

    fn table_index(&mut self, index: u32) -> Result<u32, reencode::Error> {
        Ok(new_index(&self.tables, index))
    }

    fn memory_index(&mut self, index: u32) -> Result<u32, reencode::Error> {
        Ok(new_index(&self.memories, index))
    }

    fn global_index(&mut self, index: u32) -> Result<u32, reencode::Error> {
        Ok(new_index(&self.globals, index))
    }
}

/// Returns the new index of an import; an index out of range becomes `u32::MAX`, which the
/// validation of the result rejects.
fn new_index(indices: &[u32], index: u32) -> u32 {
    usize::try_from(index).ok().and_then(|index| indices.get(index)).copied().unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        ConstExpr, Elements, EntityType, ExportSection, Function, GlobalType, MemoryType, RefType,
        TableType, ValType,
    };
    use wasmparser::{ElementItems, ElementKind, Operator};

    const MEMORY: EntityType = EntityType::Memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    const TABLE: EntityType = EntityType::Table(TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum: 8,
        maximum: None,
        shared: false,
    });
    const STACK: EntityType =
        EntityType::Global(GlobalType { val_type: ValType::I32, mutable: true, shared: false });

    /// Builds a chunk with one function that returns `result`, reads the global with index
    /// `global`, and calls itself and, through the table, a function of the second type; its table
    /// entry and its data are at `offset`.
    fn chunk(
        name: &str,
        imports: &[(&str, EntityType)],
        global: u32,
        result: ValType,
        offset: i32,
    ) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [result]);
        types.ty().function([], [ValType::I32]);
        let mut section = ImportSection::new();
        for (name, entity) in imports {
            section.import("shared", name, *entity);
        }
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut elements = ElementSection::new();
        elements.active(
            None,
            &ConstExpr::i32_const(offset),
            Elements::Functions([0].as_slice().into()),
        );
        let mut body = Function::new([(1, result)]);
        body.instructions().call(0).drop().global_get(global).call_indirect(0, 1).drop();
        body.instructions().local_get(0).end();
        let mut code = CodeSection::new();
        code.function(&body);
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(offset), name.bytes());
        let mut map = NameMap::new();
        map.append(0, name);
        let mut names = NameSection::new();
        names.functions(&map);
        let mut module = Module::new();
        module.section(&types).section(&section).section(&functions);
        module.section(&ExportSection::new()).section(&elements);
        module.section(&DataCountSection { count: 1 });
        module.section(&code).section(&data).section(&names);
        let bytes = module.finish();
        wasmparser::validate(&bytes).unwrap();
        bytes
    }

    /// Lists the imports and contents of a chunk, one per line.
    fn told(chunk: &[u8]) -> Vec<String> {
        let mut lines = Vec::new();
        for payload in Parser::new(0).parse_all(chunk) {
            match payload.unwrap() {
                Payload::ImportSection(imports) => {
                    lines.extend(
                        imports.into_imports().map(|it| format!("import {}", it.unwrap().name)),
                    );
                }
                Payload::FunctionSection(functions) => {
                    lines.extend(
                        functions.into_iter().map(|ty| format!("function of {}", ty.unwrap())),
                    );
                }
                Payload::ElementSection(elements) => {
                    for element in elements {
                        let element = element.unwrap();
                        let ElementKind::Active { offset_expr, .. } = element.kind else {
                            panic!()
                        };
                        let ElementItems::Functions(items) = element.items else { panic!() };
                        let items: Vec<u32> = items.into_iter().map(Result::unwrap).collect();
                        lines.push(format!("{items:?} {}", offset(&offset_expr)));
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    for operator in body.get_operators_reader().unwrap() {
                        match operator.unwrap() {
                            Operator::Call { function_index } => {
                                lines.push(format!("call {function_index}"))
                            }
                            Operator::GlobalGet { global_index } => {
                                lines.push(format!("global {global_index}"))
                            }
                            Operator::CallIndirect { type_index, .. } => {
                                lines.push(format!("call of {type_index}"));
                            }
                            _ => {}
                        }
                    }
                }
                Payload::DataSection(data) => {
                    for data in data {
                        let data = data.unwrap();
                        let wasmparser::DataKind::Active { offset_expr, .. } = data.kind else {
                            panic!()
                        };
                        let text = str::from_utf8(data.data).unwrap();
                        lines.push(format!("data {text} {}", offset(&offset_expr)));
                    }
                }
                Payload::CustomSection(custom) => {
                    let KnownCustom::Name(names) = custom.as_known() else { panic!() };
                    for part in names {
                        let Name::Function(map) = part.unwrap() else { panic!() };
                        for naming in map {
                            let naming = naming.unwrap();
                            lines.push(format!("{} is {}", naming.index, naming.name));
                        }
                    }
                }
                _ => {}
            }
        }
        lines
    }

    fn offset(expression: &wasmparser::ConstExpr<'_>) -> String {
        let first = expression.get_operators_reader().into_iter().next().unwrap().unwrap();
        let Operator::I32Const { value } = first else { panic!() };
        format!("at {value}")
    }

    #[test]
    fn joined_pieces_import_each_thing_once_and_do_what_each_did() {
        let one = chunk(
            "one",
            &[("memory", MEMORY), ("table", TABLE), ("stack", STACK)],
            0,
            ValType::I32,
            2,
        );
        let imports = [("heap", STACK), ("table", TABLE), ("stack", STACK), ("memory", MEMORY)];
        let two = chunk("two", &imports, 1, ValType::I64, 5);
        let joined = join(&[one.clone(), two]).unwrap();
        let expected = [
            "import memory",
            "import table",
            "import stack",
            "import heap",
            "function of 0",
            "function of 2",
            "[0] at 2",
            "[1] at 5",
            "call 0",
            "global 0",
            "call of 1",
            "call 1",
            "global 0",
            "call of 3",
            "data one at 2",
            "data two at 5",
            "0 is one",
            "1 is two",
        ];
        assert_eq!(told(&joined), expected);
        assert_eq!(told(&join(std::slice::from_ref(&one)).unwrap()), told(&one));
    }

    #[test]
    fn what_is_no_piece_is_refused() {
        let imports = [("memory", MEMORY), ("table", TABLE), ("stack", STACK)];
        let one = chunk("one", &imports, 0, ValType::I32, 2);
        let refusal = |chunk: &[u8]| join(&[one.clone(), chunk.to_vec()]).unwrap_err().to_string();
        assert!(refusal(b"\0asm").starts_with("cannot read a chunk: "));

        let mut exports = ExportSection::new();
        exports.export("memory", wasm_encoder::ExportKind::Memory, 0);
        let mut module = Module::new();
        module.section(&exports);
        assert!(refusal(&module.finish()).contains("ExportSection"));

        let mut imports = ImportSection::new();
        imports.import("page", "called", EntityType::Function(0));
        let mut module = Module::new();
        module.section(&imports);
        assert!(refusal(&module.finish()).contains("called"));

        let constant = EntityType::Global(GlobalType {
            val_type: ValType::I32,
            mutable: false,
            shared: false,
        });
        let other = chunk(
            "two",
            &[("memory", MEMORY), ("table", TABLE), ("stack", constant)],
            0,
            ValType::I32,
            5,
        );
        assert!(refusal(&other).contains("another type"));
    }
}
