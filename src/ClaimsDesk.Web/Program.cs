using ClaimsDesk.Web.Hosting;

var settings = new ServeSettings("data", args.Length > 0 ? args[0] : "http://localhost:5080");
await DeskHost.Build(settings).RunAsync();
