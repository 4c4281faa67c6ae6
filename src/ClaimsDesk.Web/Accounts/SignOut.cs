using ClaimsDesk.Knowledge.People;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace ClaimsDesk.Web.Accounts;

/// <summary>Signing out: a POST with an antiforgery token, so that no link elsewhere can do it.</summary>
public static class SignOut
{
    /// <summary>Maps <c>POST /sign-out</c>.</summary>
    public static void MapSignOut(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/sign-out", async (HttpContext context, IAntiforgery antiforgery, SignInManager<Person> signIn) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
            await signIn.SignOutAsync();
            return Results.LocalRedirect("/sign-in");
        });
}
