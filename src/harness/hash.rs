//! The hash by which documents and snapshots are known again.

use sha2::{Digest, Sha256};

/// SHA-256 of bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        hex.extend([byte >> 4, byte & 15].map(|half| char::from(DIGITS[usize::from(half)])));
        hex
    })
}
