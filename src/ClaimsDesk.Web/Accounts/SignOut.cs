using ClaimsDesk.Knowledge.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace ClaimsDesk.Web.Accounts;

/// <summary>Signing out: a POST with an antiforgery token, so that no link elsewhere can do it.</summary>
public static class SignOut
{
    /// <summary>Maps <c>POST /sign-out</c>.</summary>
    public static void MapSignOut(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/sign-out", async ([FromServices] SignInManager<Person> signIn, [FromForm] string? _) =>
        {
            await signIn.SignOutAsync();
            return Results.LocalRedirect("/sign-in");
        });
}
