// Font files are bundled as they are; importing one gives its address.
declare module "*.woff2" {
  const address: string;
  export default address;
}
