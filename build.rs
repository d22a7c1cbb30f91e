//! Builds anew when a message, a word or a migration is added: what is embedded is watched only
//! where it was there before.

fn main() {
    println!("cargo:rerun-if-changed=config");
    println!("cargo:rerun-if-changed=migrations");
}
