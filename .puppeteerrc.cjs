// The browser is found on the machine or installed by `make`; a blocked download must not stop `npm ci`.
module.exports = { skipDownload: true };
