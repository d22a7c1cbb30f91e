//! stub
pub mod passages {
    pub fn split(text: &str) -> Vec<std::ops::Range<usize>> {
        vec![0..text.len()]
    }
}
pub mod smalltalk {
    pub fn is_smalltalk(text: &str) -> bool {
        text.len() < 6
    }
}
