//! Bytes on disk become one text whose offsets are final.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1256};

use crate::error::{Error, Result, Trouble};

/// How a document's bytes were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark; spans are into the file itself.
    #[default]
    Utf8,
    /// UTF-16, little endian, announced by its byte order mark.
    Utf16Le,
    /// UTF-16, big endian, announced by its byte order mark.
    Utf16Be,
    /// Windows-1256, the single-byte Arabic code page; read only on request, since no byte announces it.
    Windows1256,
}

impl Encoding {
    /// The name in the WHATWG Encoding Standard, as it stands in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1256 => "windows-1256",
        }
    }

    /// The encoding of that name, for an option's value.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Windows1256].into_iter().find(|e| e.name() == name)
    }
}

/// A document: an identity and a text that is never altered. A byte order mark, line ends, marks and invisible
/// controls stay where they are; spans of a UTF-8 document are therefore offsets into its file.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    /// Path under the corpus without its extension, or the name that it was given.
    pub id: Cow<'a, str>,
    /// The text, decoded to UTF-8 where it was not.
    pub text: Cow<'a, str>,
    /// How its bytes were read.
    pub encoding: Encoding,
    /// Length of the file in bytes, before decoding.
    pub bytes: usize,
}

impl<'a> Document<'a> {
    /// A document from text at hand.
    ///
    /// # Errors
    /// A text of 4 GiB or more: spans are 32 bits wide.
    pub fn new(id: impl Into<Cow<'a, str>>, text: impl Into<Cow<'a, str>>) -> Result<Self> {
        let text = text.into();
        let bytes = text.len();
        Self { id: id.into(), text, encoding: Encoding::Utf8, bytes }.checked()
    }

    /// A document from the bytes of a file; `asked` forces an encoding instead of UTF-8 or a byte order mark's.
    ///
    /// # Errors
    /// Bytes that are not text in that encoding (the message names the first wrong byte), or 4 GiB and more.
    pub fn from_bytes(id: impl Into<Cow<'a, str>>, bytes: &'a [u8], asked: Option<Encoding>) -> Result<Self> {
        let (text, encoding) = decode(bytes, asked)?;
        Self { id: id.into(), text, encoding, bytes: bytes.len() }.checked()
    }

    fn checked(self) -> Result<Self> {
        if u32::try_from(self.text.len()).is_ok() {
            return Ok(self);
        }
        Err(Error::new(Trouble::Encoding, "the document is 4 GiB long or longer").advise("split it"))
    }
}

/// Text of `bytes`: UTF-8, or UTF-16 where a byte order mark says so, or `asked`.
///
/// # Errors
/// The first byte that is not text in that encoding.
pub fn decode(bytes: &[u8], asked: Option<Encoding>) -> Result<(Cow<'_, str>, Encoding)> {
    let encoding = asked.unwrap_or(match bytes {
        [0xFF, 0xFE, ..] => Encoding::Utf16Le,
        [0xFE, 0xFF, ..] => Encoding::Utf16Be,
        _ => Encoding::Utf8,
    });
    let decoder = match encoding {
        Encoding::Utf8 => return Ok((Cow::Borrowed(utf8(bytes)?), encoding)),
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
        Encoding::Windows1256 => WINDOWS_1256,
    };
    match decoder.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => Ok((text, encoding)),
        None => Err(Error::new(Trouble::Encoding, format!("not valid {} text", encoding.name()))
            .advise("name its encoding with --encoding")),
    }
}

fn utf8(bytes: &[u8]) -> Result<&str> {
    simdutf8::compat::from_utf8(bytes).map_err(|wrong| {
        let at = wrong.valid_up_to();
        let line = bytes[..at].split(|b| *b == b'\n').count();
        Error::new(
            Trouble::Encoding,
            format!("invalid UTF-8: byte {at} (line {line}) is 0x{:02X}", bytes[at]),
        )
        .advise("convert the file to UTF-8, or name its encoding with --encoding windows-1256")
    })
}
