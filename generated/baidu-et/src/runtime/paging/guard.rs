use std::hash::{DefaultHasher, Hash, Hasher};

/// Notices that a sequence goes in circles, however large, while it remembers only one element (Brent's algorithm).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Guard {
    remembered: Option<u64>,
    /// Elements since the remembered one.
    steps: u32,
    /// Elements after which another one is remembered; it doubles each time.
    patience: u32,
}

impl Guard {
    /// The guard after one more element; `None` if the element has been there before.
    pub(super) fn after(self, element: impl Hash) -> Option<Self> {
        let mut hasher = DefaultHasher::new();
        element.hash(&mut hasher);
        let mark = hasher.finish();
        if self.remembered == Some(mark) {
            return None;
        }
        if self.steps < self.patience {
            return Some(Self {
                steps: self.steps + 1,
                ..self
            });
        }
        Some(Self {
            remembered: Some(mark),
            steps: 1,
            patience: self.patience.saturating_mul(2).max(1),
        })
    }
}
