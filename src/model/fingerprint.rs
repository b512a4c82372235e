//! A short name for the bytes of a file.

/// Eight hexadecimal digits that tell one file from another: the FNV-1a hash of its bytes
/// (Fowler, Noll and Vo), folded to 32 bits. No protection against somebody who wants two files
/// to look alike.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> String {
    const OFFSET: u64 = 0xCBF2_9CE4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01B3;
    let hash =
        bytes.iter().fold(OFFSET, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME));
    format!("{:08x}", (hash >> 32) ^ (hash & 0xFFFF_FFFF))
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn one_byte_makes_another_name() {
        // FNV-1a of the empty input is the offset itself: cbf29ce4 ^ 84222325.
        assert_eq!(fingerprint(b""), "4fd0bfc1");
        assert_ne!(fingerprint(b"{}"), fingerprint(b"{ }"));
    }
}
