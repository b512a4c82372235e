//! Every input of [`crate::inputs`] that is kept: what fuzzing begins with, and what it found.

use std::fs;
use std::path::Path;

use crate::inputs;

#[test]
fn kept_inputs_are_answered() {
    for (name, check) in inputs::ALL {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/core/inputs").join(name);
        let mut files = 0;
        for file in fs::read_dir(&folder).unwrap() {
            check(&fs::read(file.unwrap().path()).unwrap());
            files += 1;
        }
        assert!(files > 0, "nothing to begin with in {}", folder.display());
    }
}
