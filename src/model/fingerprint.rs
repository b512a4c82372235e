//! A short identifier for the content of a file.

/// Returns eight hexadecimal digits that identify the content: the FNV-1a hash of `bytes` (Fowler,
/// Noll and Vo), folded from 64 to 32 bits.
///
/// It gives no protection against somebody who wants two files to have the same digits.
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
        // The FNV-1a hash of the empty input is the offset basis, here folded: cbf29ce4 ^ 84222325.
        assert_eq!(fingerprint(b""), "4fd0bfc1");
        assert_ne!(fingerprint(b"{}"), fingerprint(b"{ }"));
    }
}
