//! Values that many hold.

use std::sync::Arc;

/// Equal is what is one and the same: a new one is made only when something changed.
pub struct Shared<T>(pub Arc<T>);

impl<T> Shared<T> {
    /// A value that nobody holds yet.
    pub fn new(value: T) -> Self {
        Self(Arc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}
