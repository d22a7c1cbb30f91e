//! What people send, made safe to keep and to show, and otherwise as they wrote it.
