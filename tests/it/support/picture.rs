//! Pictures made small: few colours, each named by one byte.

use std::collections::BTreeMap;

/// How far the levels of a channel lie apart: 16 levels from 0 to 255, black and white among them.
const STEP: u8 = 17;

/// The same picture (PNG in, PNG out) with 16 levels a channel and its colours in a palette, which must be enough.
pub fn small(bytes: &[u8]) -> Vec<u8> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let mut palette: BTreeMap<[u8; 3], u8> = BTreeMap::new();
    let channels = info.color_type.samples();
    let colours: Vec<[u8; 3]> = pixels[..info.buffer_size()]
        .chunks(channels)
        .map(|pixel| [pixel[0], pixel[1], pixel[2]].map(|level| level.saturating_add(STEP / 2) / STEP * STEP))
        .collect();
    for colour in &colours {
        let next = u8::try_from(palette.len()).unwrap();
        palette.entry(*colour).or_insert(next);
    }
    let named: Vec<u8> = colours.iter().map(|colour| palette[colour]).collect();
    let mut listed = vec![[0; 3]; palette.len()];
    for (colour, name) in palette {
        listed[usize::from(name)] = colour;
    }
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, info.width, info.height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(listed.concat());
    encoder.set_compression(png::Compression::High);
    encoder.write_header().unwrap().write_image_data(&named).unwrap();
    out
}
