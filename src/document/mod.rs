//! What is read, what changed, and why: the floor between plain data and the work on them.

pub mod evidence;
